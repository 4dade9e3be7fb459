package org.wirechief.endpoint.mififo;

import java.nio.charset.StandardCharsets;

/// Which names a request may give its reply FIFO (spec mi-json §7.2).
final class ReplyName {
    /// Of the directory, the name and a byte that ends them.
    private static final int LONGEST = 128;

    private ReplyName() {}

    /// Whether it may be one: it leads nowhere else than into the directory, and is not too long.
    static boolean isAllowed(byte[] name, String directory) {
        if (directory.getBytes(StandardCharsets.UTF_8).length + name.length + 1 > LONGEST) {
            return false;
        }
        for (byte next : name) {
            if (next == '.' || next == '/' || next == '\\' || next == 0) {
                return false;
            }
        }
        return true;
    }
}
