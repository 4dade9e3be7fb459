package org.wirechief.endpoint.mififo;

import org.wirechief.net.Address;
import org.wirechief.net.ReplyPath;

/// Which names a request may give its reply FIFO (spec mi-json §7.2).
final class ReplyName {
    /// Of the directory, the name and a byte that ends them.
    private static final int LONGEST = 128;

    private ReplyName() {}

    /// Whether it may be one: it leads nowhere else than into the directory, and is not too long.
    ///
    /// @param path to which it leads
    static boolean isAllowed(byte[] name, ReplyPath path) {
        if (path.length() + 1 > LONGEST) {
            return false;
        }
        for (byte next : name) {
            if (next == '.' || next == '/' || next == '\\' || next == 0) {
                return false;
            }
        }
        return true;
    }

    /// What to tell of one that may not.
    static String warning(Address fifo, ReplyPath path) {
        return path.length() + 1 > LONGEST
                ? fifo + ": a request was not run, for the path of its reply FIFO has " + path.length()
                        + " bytes; it may have " + (LONGEST - 1) + ": a shorter name, or a shorter reply_dir, will do"
                : fifo + ": a request was not run, for a reply FIFO may not be called " + path
                        + "; its name may hold no dot, slash, backslash or zero byte";
    }
}
