package org.wirechief.endpoint.trace;

import org.wirechief.core.Octets;
import org.wirechief.core.Tap;

/// The first line of a text answer, `200 OK`.
public final class StatusLine {
    private static final int MOST_DIGITS = 9;

    private StatusLine() {}

    /// Reads it from the beginning of an answer.
    ///
    /// @param to behind the answer
    public static Tap.Status of(byte[] bytes, int from, int to) {
        int at = from;
        int code = 0;
        while (at < to && at - from < MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9') {
            code = code * 10 + bytes[at] - '0';
            at++;
        }
        int reason = at < to && bytes[at] == ' ' ? at + 1 : at;
        int end = reason;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        return new Tap.Status(code, Octets.copyOf(bytes, reason, end));
    }
}
