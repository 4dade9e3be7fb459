package org.wirechief.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What the text of a number means. The text is one that [NumberScan] has found.
final class JsonNumber {
    /// What x86 makes of a number that is none (spec mi-json §2, `id_minus_nan`).
    private static final long NOT_A_NUMBER = Integer.MIN_VALUE;

    private static final long LARGEST_MAGNITUDE = Long.MAX_VALUE;

    private JsonNumber() {}

    static double real(byte[] bytes, int from, int end) {
        String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean negative = text.startsWith("-");
        String unsigned = negative ? text.substring(1) : text;
        double magnitude = magnitude(unsigned);
        return negative ? -magnitude : magnitude;
    }

    private static double magnitude(String unsigned) {
        if (unsigned.startsWith("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        if (unsigned.startsWith("nan")) {
            return Double.NaN;
        }
        boolean lacksExponent = unsigned.startsWith("0x") && unsigned.indexOf('p') < 0;
        return Double.parseDouble(lacksExponent ? unsigned + "p0" : unsigned);
    }

    /// The number without its fraction, at most as large as 64 bits hold.
    static long integer(byte[] bytes, int from, int end) {
        int radix = integerRadix(bytes, from, end);
        if (radix == 0) {
            double real = real(bytes, from, end);
            return Double.isNaN(real) ? NOT_A_NUMBER : (long) real;
        }
        boolean negative = bytes[from] == '-';
        long magnitude = 0;
        for (int i = firstDigit(radix, negative, from); i < end; i++) {
            int digit = Character.digit(bytes[i], radix);
            if (magnitude > (LARGEST_MAGNITUDE - digit) / radix) {
                return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            magnitude = magnitude * radix + digit;
        }
        return negative ? -magnitude : magnitude;
    }

    /// Whether it is written as an integer and 64 bits hold it.
    static boolean isInteger(byte[] bytes, int from, int end) {
        if (integerRadix(bytes, from, end) == 0) {
            return false;
        }
        long number = integer(bytes, from, end);
        boolean mayBeCut = number == Long.MIN_VALUE || number == Long.MAX_VALUE;
        return !mayBeCut
                || Long.toString(number).equals(new String(bytes, from, end - from, StandardCharsets.US_ASCII));
    }

    /// 10 or 16 for digits without point and exponent, else 0.
    private static int integerRadix(byte[] bytes, int from, int end) {
        boolean negative = bytes[from] == '-';
        int first = negative ? from + 1 : from;
        boolean hex = end - first > 2 && (bytes[first + 1] | 0x20) == 'x';
        int radix = hex ? 16 : 10;
        for (int i = hex ? first + 2 : first; i < end; i++) {
            if (Character.digit(bytes[i], radix) < 0) {
                return 0;
            }
        }
        return radix;
    }

    private static int firstDigit(int radix, boolean negative, int from) {
        return from + (negative ? 1 : 0) + (radix == 16 ? 2 : 0);
    }

    /// Whether the text is a number in RFC 8259 too.
    static boolean isStandard(byte[] bytes, int from, int end) {
        int at = bytes[from] == '-' ? from + 1 : from;
        int whole = digitsEnd(bytes, at, end);
        if (whole == at || (bytes[at] == '0' && whole > at + 1)) {
            return false;
        }
        at = whole;
        if (at < end && bytes[at] == '.') {
            int fraction = digitsEnd(bytes, at + 1, end);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        return at == end || (bytes[at] | 0x20) == 'e';
    }

    private static int digitsEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }
}
