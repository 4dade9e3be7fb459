package org.wirechief.wire.json;

/// Finds the end of a string and checks its escapes (spec mi-json §2). One text at a time.
final class StringScan {
    enum Found {
        /// Its closing quote is there.
        CLOSED,
        /// The text ends before its closing quote.
        OPEN,
        /// The text ends inside an escape.
        CUT,
        /// It holds what is no escape.
        BAD
    }

    private static final int HEX_DIGITS = 4;
    private static final int UNICODE_ESCAPE = 2 + HEX_DIGITS;
    private static final int CUT_SHORT = -1;
    private static final int NO_ESCAPE = -2;

    private final boolean anyText;
    private byte[] bytes = new byte[0];
    private int to;
    private int at;
    private int cutEscape;

    /// @param anyText whether zero bytes and single surrogates may be escaped
    StringScan(boolean anyText) {
        this.anyText = anyText;
    }

    /// Where the closing quote stands, or the text ends, or the bad escape begins.
    int end() {
        return at;
    }

    /// Where the escape begins that the text's end cuts short.
    int cutEscape() {
        return cutEscape;
    }

    /// Looks from behind the opening quote on.
    Found scan(byte[] text, int from, int limit) {
        bytes = text;
        to = limit;
        at = from;
        while (at < to && bytes[at] != 0) {
            switch (bytes[at]) {
                case '"' -> {
                    return Found.CLOSED;
                }
                case '\\' -> {
                    int length = escapeLength();
                    if (length == CUT_SHORT) {
                        return cut();
                    }
                    if (length == NO_ESCAPE) {
                        return Found.BAD;
                    }
                    at += length;
                }
                default -> at++;
            }
        }
        return Found.OPEN;
    }

    private Found cut() {
        cutEscape = at;
        while (at < to && bytes[at] != 0) {
            at++;
        }
        return Found.CUT;
    }

    private int escapeLength() {
        if (isEnd(at + 1)) {
            return CUT_SHORT;
        }
        return switch (bytes[at + 1]) {
            case 'b', 'f', 'n', 'r', 't', '"', '\\', '/' -> 2;
            case 'u' -> unicodeLength();
            default -> NO_ESCAPE;
        };
    }

    private int unicodeLength() {
        int unit = unit(at + 2);
        if (unit < 0) {
            return unit;
        }
        if (Character.isHighSurrogate((char) unit)) {
            int low = lowSurrogate(at + UNICODE_ESCAPE);
            return low >= 0 ? 2 * UNICODE_ESCAPE : anyText && low == NO_ESCAPE ? UNICODE_ESCAPE : low;
        }
        boolean refused = unit == 0 || Character.isLowSurrogate((char) unit);
        return refused && !anyText ? NO_ESCAPE : UNICODE_ESCAPE;
    }

    private int lowSurrogate(int from) {
        if (isEnd(from) || (bytes[from] == '\\' && isEnd(from + 1))) {
            return CUT_SHORT;
        }
        if (bytes[from] != '\\' || bytes[from + 1] != 'u') {
            return NO_ESCAPE;
        }
        int unit = unit(from + 2);
        return unit < 0 || Character.isLowSurrogate((char) unit) ? unit : NO_ESCAPE;
    }

    /// The number that four hexadecimal digits are.
    private int unit(int from) {
        int unit = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            if (isEnd(i)) {
                return CUT_SHORT;
            }
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return NO_ESCAPE;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private boolean isEnd(int index) {
        return index >= to || bytes[index] == 0;
    }
}
