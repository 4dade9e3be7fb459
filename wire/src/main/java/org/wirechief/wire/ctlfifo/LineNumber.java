package org.wirechief.wire.ctlfifo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// Numbers as lines spell them: decimal, `0x` hexadecimal, octal behind a 0 (spec ctl §10.2).
final class LineNumber {
    private static final Pattern INTEGER = Pattern.compile(
            "\\s*(?<sign>[+-]?)(?:0[xX](?<hex>[0-9a-fA-F]+)|(?<octal>0[0-7]*)|(?<decimal>[1-9][0-9]*))");

    private static final Pattern REAL =
            Pattern.compile("\\s*(?<number>[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)");

    /// No number anybody means has more digits, and reading one costs their square.
    private static final int LONGEST = 400;

    private LineNumber() {}

    /// The integer that the text is; null when it is none, or none of 64 bits.
    static @Nullable Long integer(Octets text) {
        Matcher found = INTEGER.matcher(latin(text));
        if (text.length() > LONGEST || !found.matches()) {
            return null;
        }
        BigInteger number = number(found);
        return number.bitLength() < Long.SIZE ? (Long) number.longValue() : null;
    }

    /// The 32-bit integer that the text begins with, as C reads it; 0 when it begins with none.
    static int leadingInteger(Octets text) {
        Matcher found = INTEGER.matcher(latin(text));
        if (!found.lookingAt()) {
            return 0;
        }
        BigInteger number = number(found);
        if (number.bitLength() < Long.SIZE) {
            return number.intValue();
        }
        return number.signum() < 0 ? (int) Long.MIN_VALUE : (int) Long.MAX_VALUE;
    }

    /// The number that the text is; null when it is none.
    static @Nullable Double real(Octets text) {
        Matcher found = REAL.matcher(latin(text));
        return text.length() <= LONGEST && found.matches() ? (Double) Double.parseDouble(found.group("number")) : null;
    }

    /// The number that the text begins with; 0 when it begins with none.
    static double leadingReal(Octets text) {
        Matcher found = REAL.matcher(latin(text));
        return found.lookingAt() ? Double.parseDouble(found.group("number")) : 0;
    }

    private static BigInteger number(Matcher found) {
        String hex = found.group("hex");
        String octal = found.group("octal");
        BigInteger magnitude = hex != null
                ? new BigInteger(hex, 16)
                : octal != null ? new BigInteger(octal, 8) : new BigInteger(found.group("decimal"));
        return found.group("sign").equals("-") ? magnitude.negate() : magnitude;
    }

    private static String latin(Octets text) {
        byte[] bytes = text.toByteArray();
        return new String(bytes, 0, Math.min(bytes.length, LONGEST + 1), StandardCharsets.ISO_8859_1);
    }
}
