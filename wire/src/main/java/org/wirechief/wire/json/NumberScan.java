package org.wirechief.wire.json;

/// Finds where a number ends, by the rules of C's `strtod` in the C locale: `007`, `0x1F`, `5.`,
/// `-.5`, `-inf`, `-nan(x)` are numbers. One text at a time.
final class NumberScan {
    private static final int NO_BYTE = -1;

    /// What the end of the text cut short, of which there may be any number.
    private enum Run {
        NONE,
        DIGITS,
        HEX_DIGITS,
        WORD
    }

    private byte[] bytes = new byte[0];
    private int to;
    private int at;
    private boolean touchedEnd;
    private Run cut = Run.NONE;

    /// Where the number that begins at `from` ends; `from` itself when there is none.
    int end(byte[] text, int from, int limit) {
        bytes = text;
        to = limit;
        at = from;
        touchedEnd = false;
        cut = Run.NONE;
        int behind = behindPlain(text, from, limit);
        if (behind > from) {
            return behind;
        }
        if (peek(0) == '-') {
            at++;
        }
        return skipInfinity() || skipNoNumber() || skipDigits() ? at : from;
    }

    /// Behind a number of digits alone that a comma or the end of a list follows, as most are;
    /// `from` where there is none.
    private static int behindPlain(byte[] text, int from, int limit) {
        int i = from;
        if (i == limit || text[i] < '1' || text[i] > '9') {
            return from;
        }
        while (i < limit && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        boolean ends = i < limit && (text[i] == ',' || text[i] == '}' || text[i] == ']');
        return ends ? i : from;
    }

    /// Whether the number would have been longer, or one at all, had the text gone on.
    boolean touchedEnd() {
        return touchedEnd;
    }

    /// Whether the number that touched the end does so again when these bytes follow. A number that
    /// comes byte by byte need not be read anew each time.
    boolean goesOn(byte[] text, int from, int limit) {
        for (int i = from; i < limit; i++) {
            boolean more = switch (cut) {
                case NONE -> false;
                case DIGITS -> isDigit(text[i], 10);
                case HEX_DIGITS -> isDigit(text[i], 16);
                case WORD -> isWordByte(text[i]);
            };
            if (!more) {
                return false;
            }
        }
        return true;
    }

    private int peek(int ahead) {
        if (at + ahead >= to) {
            touchedEnd = true;
            return NO_BYTE;
        }
        return bytes[at + ahead];
    }

    private boolean skipWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ((peek(i) | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private boolean skipInfinity() {
        boolean found = skipWord("inf");
        if (found) {
            skipWord("inity");
        }
        return found;
    }

    /// `nan`, which may be followed by word characters in parentheses.
    private boolean skipNoNumber() {
        boolean found = skipWord("nan");
        if (found && peek(0) == '(') {
            int length = 1;
            while (isWordByte(peek(length))) {
                length++;
            }
            if (peek(length) == NO_BYTE) {
                cut = Run.WORD;
            }
            at += peek(length) == ')' ? length + 1 : 0;
        }
        return found;
    }

    private boolean skipDigits() {
        if (peek(0) == '0' && (peek(1) | 0x20) == 'x') {
            at += 2;
            if (skipFraction(16)) {
                skipExponent('p');
            } else {
                at--; // the zero alone is the number
            }
            return true;
        }
        if (!skipFraction(10)) {
            return false;
        }
        skipExponent('e');
        return true;
    }

    /// Digits with at most one point among, before or behind them.
    private boolean skipFraction(int radix) {
        int whole = digits(0, radix);
        int fraction = peek(whole) == '.' ? digits(whole + 1, radix) : -1;
        if (whole + Math.max(fraction, 0) == 0) {
            return false;
        }
        at += whole + fraction + 1;
        return true;
    }

    private void skipExponent(char letter) {
        if ((peek(0) | 0x20) == letter) {
            int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            int digits = digits(1 + sign, 10);
            if (digits > 0) {
                at += 1 + sign + digits;
            }
        }
    }

    private int digits(int ahead, int radix) {
        int count = 0;
        while (isDigit(peek(ahead + count), radix)) {
            count++;
        }
        if (peek(ahead + count) == NO_BYTE) {
            cut = radix == 16 ? Run.HEX_DIGITS : Run.DIGITS;
        }
        return count;
    }

    private static boolean isDigit(int octet, int radix) {
        return octet >= 0 && Character.digit(octet, radix) >= 0;
    }

    private static boolean isWordByte(int octet) {
        return octet == '_' || (octet >= 0 && Character.isLetterOrDigit(octet));
    }
}
