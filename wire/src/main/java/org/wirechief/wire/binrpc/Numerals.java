package org.wirechief.wire.binrpc;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// Numbers out of text and out of each other, as a C program on x86-64 converts them (spec ctl
/// §8.3).
public final class Numerals {
    /// What `strtod` takes, and whatever follows it.
    private static final Pattern REAL = Pattern.compile(
            "[ \\t\\n\\x0B\\f\\r]*"
                    + "(?<sign>[+-]?)"
                    + "(?:(?<infinity>inf(?:inity)?+)|(?<nan>nan(?:\\([0-9a-z_]*\\))?+)"
                    + "|0x(?<hex>(?:[0-9a-f]++\\.?+[0-9a-f]*+|\\.[0-9a-f]++))(?<binary>p[+-]?[0-9]++)?"
                    + "|(?<decimal>(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:e[+-]?[0-9]++)?))"
                    + "(?<rest>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Numerals() {}

    /// An optional sign and decimal digits, nothing else; empty text is 0. Null for any other text
    /// and for numbers beyond 32 bits (`autoconv/printi-str/2147483648`).
    static @Nullable Integer integer(Octets text) {
        if (text.isEmpty()) {
            return 0;
        }
        boolean negative = text.at(0) == '-';
        int from = negative || text.at(0) == '+' ? 1 : 0;
        if (from == text.length()) {
            return null;
        }
        long number = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = number * 10 + digit;
            if (number > 1L + Integer.MAX_VALUE) {
                return null;
            }
        }
        long signed = negative ? -number : number;
        return RecordWriter.isInt(signed) ? (Integer) (int) signed : null;
    }

    /// The number that text begins with, as `strtod` finds it; null when it begins with none.
    static @Nullable Double real(Octets text) {
        Matcher found = matcher(text);
        return found.matches() ? signed(found) : null;
    }

    /// The number that all of the text is; null when there is more or less than one.
    public static @Nullable Double wholeReal(Octets text) {
        Matcher found = matcher(text);
        return found.matches() && found.group("rest").isEmpty() ? signed(found) : null;
    }

    private static Matcher matcher(Octets text) {
        return REAL.matcher(new String(text.toByteArray(), StandardCharsets.ISO_8859_1));
    }

    private static double signed(Matcher found) {
        boolean negative = found.group("sign").equals("-");
        double number = magnitude(found);
        return negative ? -number : number;
    }

    private static double magnitude(Matcher found) {
        if (found.group("infinity") != null) {
            return Double.POSITIVE_INFINITY;
        }
        if (found.group("nan") != null) {
            return Double.NaN;
        }
        if (found.group("hex") != null) {
            String exponent = found.group("binary");
            return Double.parseDouble("0x" + found.group("hex") + (exponent == null ? "p0" : exponent));
        }
        return Double.parseDouble(found.group("decimal"));
    }

    /// The integer part; what no 32 bits can hold becomes -2^31
    /// (`autoconv/printi-dbl/1000000000000.0`).
    static int truncate(double value) {
        return value > Integer.MIN_VALUE - 1.0 && value < Integer.MAX_VALUE + 1.0 ? (int) value : Integer.MIN_VALUE;
    }
}
