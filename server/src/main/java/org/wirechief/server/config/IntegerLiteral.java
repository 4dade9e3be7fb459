package org.wirechief.server.config;

import java.util.OptionalLong;

/// An integer as configuration spells it: `600`, `-1`, octal `0600`, hexadecimal `0x1F`.
final class IntegerLiteral {
    static final String RULE = "an integer is decimal (384), octal (0600) or hexadecimal (0x180), of 64 bits";

    private IntegerLiteral() {}

    /// The value, or nothing where `text` is no integer.
    static OptionalLong parse(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        int radix = digits.startsWith("0x") || digits.startsWith("0X") ? 16 : digits.startsWith("0") ? 8 : 10;
        if (radix == 16) {
            digits = digits.substring(2);
        }
        if (digits.isEmpty() || digits.chars().anyMatch(c -> c > 'f' || Character.digit(c, radix) < 0)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(negative ? "-" + digits : digits, radix));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
