package org.wirechief.wire.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as the reference server prints them with C's `printf` (spec mi-json §6).
final class NumberText {
    /// From here on `%e` is used for integral numbers too.
    private static final double PLAIN_BELOW = 1e60;

    private static final double FIXED_FROM = 1e-6;
    private static final double FIXED_TO = 1e9;
    private static final int DECIMALS = 6;

    private NumberText() {}

    /// `null` for what JSON has no number for.
    static String of(double number) {
        if (!Double.isFinite(number)) {
            return "null";
        }
        double magnitude = Math.abs(number);
        if (number == Math.rint(number) && magnitude < PLAIN_BELOW) {
            return magnitude < 0x1p53 ? Long.toString((long) number) : new BigDecimal(number).toPlainString();
        }
        return magnitude < FIXED_FROM || magnitude > FIXED_TO ? scientific(number) : fixed(number);
    }

    private static String fixed(double number) {
        String rounded = new BigDecimal(number)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
        // A BigDecimal has no negative zero, C has.
        return number < 0 && !rounded.startsWith("-") ? "-" + rounded : rounded;
    }

    private static String scientific(double number) {
        BigDecimal exact =
                new BigDecimal(Math.abs(number)).round(new MathContext(DECIMALS + 1, RoundingMode.HALF_EVEN));
        int exponent = exact.precision() - exact.scale() - 1;
        String digits = exact.unscaledValue().toString();
        String padded = digits + "0".repeat(DECIMALS + 1 - digits.length());
        return (number < 0 ? "-" : "")
                + padded.charAt(0)
                + "."
                + padded.substring(1)
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
