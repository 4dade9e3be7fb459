package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Octets;

/// The conversions of spec ctl §8.3.
class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "5, 5",
        "-5, -5",
        "+5, 5",
        "007, 7",
        "2147483647, 2147483647",
        "-2147483648, -2147483648",
        "000000000000000000000000000001, 1",
    })
    void integersInText(String text, int value) {
        assertThat(Numerals.integer(Octets.of(text))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "+",
                "+-5",
                " 5",
                "5 ",
                "5a",
                "0x10",
                "1.5",
                "2147483648",
                "-2147483649",
                "99999999999999999999",
                "5\0"
            })
    void noIntegersInText(String text) {
        assertThat(Numerals.integer(Octets.of(text))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "-3, -3",
        "+.5, 0.5",
        "5., 5",
        "' \t\n\u000B\f\r7', 7",
        "1e3, 1000",
        "1e-3, 0.001",
        "1E+2x, 100",
        "1e, 1",
        "1e+, 1",
        "0x10, 16",
        "0X1.8p1, 3",
        "0x.8, 0.5",
        "0xg, 0",
        "-0x1p-1z, -0.5",
        "1.5abc, 1.5",
        "1.2.3, 1.2",
        "inf, Infinity",
        "-Infinity, -Infinity",
        "infx, Infinity",
        "nan, NaN",
        "NAN(7), NaN",
        "1e999, Infinity",
    })
    void realsThatTextBeginsWith(String text, double value) {
        assertThat(Numerals.real(Octets.of(text))).isEqualTo(Double.valueOf(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "-", ".", "e5", "+-1", "x1", "in", "--1"})
    void noRealsInText(String text) {
        assertThat(Numerals.real(Octets.of(text))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1.9, 1",
        "-1.9, -1",
        "2147483647.9, 2147483647",
        "2147483648, -2147483648",
        "-2147483648.9, -2147483648",
        "-2147483649, -2147483648",
        "NaN, -2147483648",
        "Infinity, -2147483648",
    })
    void realsAsIntegers(double value, int integer) {
        assertThat(Numerals.truncate(value)).isEqualTo(integer);
    }
}
