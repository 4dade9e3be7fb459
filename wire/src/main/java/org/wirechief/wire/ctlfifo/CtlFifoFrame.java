package org.wirechief.wire.ctlfifo;

import org.jspecify.annotations.Nullable;

/// Where a request stands among bytes: its command line, its parameter lines and the blank line
/// that ends it (spec ctl §10.1).
///
/// Lines end with LF or CRLF. The blank line may be a lone CR, so that nobody waits for its LF.
///
/// @param start the first byte of the command line
/// @param end behind the blank line
public record CtlFifoFrame(int start, int end) {
    /// A shorter request is never answered by Kamailio.
    private static final int SHORTEST_COMPAT = 6;

    /// Finds the first whole request; blank lines before it are passed over.
    ///
    /// @param from the first byte, which begins a line
    /// @return null when more bytes are needed
    public static @Nullable CtlFifoFrame next(byte[] bytes, int from, int to, CtlFifoRules rules) {
        int start = skipBlank(bytes, from, to, rules);
        int end = rules.compat() ? endOfPair(bytes, start, to) : endOfBlankLine(bytes, start, to);
        return end < 0 ? null : new CtlFifoFrame(start, end);
    }

    /// Where the first line begins that is not blank; with `compat`, `from`.
    public static int skipBlank(byte[] bytes, int from, int to, CtlFifoRules rules) {
        int at = from;
        while (!rules.compat() && at < to && isLineEnd(bytes[at])) {
            at++;
        }
        return at;
    }

    /// Behind the next blank line; -1 when there is none.
    public static int endOfBlankLine(byte[] bytes, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == '\n' && isLineEnd(bytes[i + 1])) {
                return i + 2;
            }
        }
        return -1;
    }

    private static int endOfPair(byte[] bytes, int from, int to) {
        if (to - from < SHORTEST_COMPAT) {
            return -1;
        }
        for (int i = from; i + 1 < to; i++) {
            if (isLineEnd(bytes[i]) && isLineEnd(bytes[i + 1])) {
                return i + 2;
            }
        }
        return -1;
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}
