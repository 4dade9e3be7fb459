package org.wirechief.cli.output;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// A single value as bytes.
final class ScalarText {
    /// From here on a double has no room for a fraction.
    private static final double WHOLE = 0x1p53;

    private ScalarText() {}

    /// As kamcmd prints it (spec ctl §14.5): text up to its first zero byte, a real without a
    /// fraction as an integer, any other with six decimals.
    static Octets likeKamcmd(Value value) {
        return switch (value) {
            case Value.Text(Octets text) -> text.untilNul();
            case Value.Blob(Octets bytes) -> bytes.untilNul();
            case Value.Real(double number)
            when isFinite(number) && number != Math.rint(number) ->
                Octets.of(new BigDecimal(number)
                        .setScale(6, RoundingMode.HALF_EVEN)
                        .toPlainString());
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Arr _, Value.Struct _ -> plain(value);
        };
    }

    /// All of it, numbers in their shortest decimal form.
    static Octets plain(Value value) {
        return switch (value) {
            case Value.Text(Octets text) -> text;
            case Value.Blob(Octets bytes) -> bytes;
            case Value.Nil _ -> Octets.of("");
            case Value.Bool(boolean yes) -> Octets.of(Boolean.toString(yes));
            case Value.Int(long number) -> Octets.of(Long.toString(number));
            case Value.Real(double number) -> Octets.of(real(number));
            case Value.Arr _, Value.Struct _ -> throw new IllegalArgumentException("no single value: " + value);
        };
    }

    static String real(double number) {
        if (!isFinite(number)) {
            return Double.toString(number);
        }
        if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
            return Long.toString((long) number);
        }
        if (number == Math.rint(number)) {
            return new BigDecimal(number).toPlainString();
        }
        return BigDecimal.valueOf(number).toPlainString();
    }

    private static boolean isFinite(double number) {
        return Math.abs(number) <= Double.MAX_VALUE;
    }
}
