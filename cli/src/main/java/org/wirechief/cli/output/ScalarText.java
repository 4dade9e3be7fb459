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
        if (value instanceof Value.Real(double number) && isFinite(number) && number != Math.rint(number)) {
            return Octets.of(
                    new BigDecimal(number).setScale(6, RoundingMode.HALF_EVEN).toPlainString());
        }
        return plain(value).untilNul();
    }

    /// All of it, numbers in their shortest decimal form.
    static Octets plain(Value value) {
        // no switch over patterns on the way of one call: docs/adr/0006
        if (value instanceof Value.Text(Octets text)) {
            return text;
        } else if (value instanceof Value.Blob(Octets bytes)) {
            return bytes;
        } else if (value instanceof Value.Int(long number)) {
            return Octets.of(Long.toString(number));
        } else if (value instanceof Value.Real(double number)) {
            return Octets.of(real(number));
        } else if (value instanceof Value.Bool(boolean yes)) {
            return Octets.of(Boolean.toString(yes));
        } else if (value instanceof Value.Nil) {
            return Octets.of("");
        }
        throw new IllegalArgumentException("no single value: " + value);
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
