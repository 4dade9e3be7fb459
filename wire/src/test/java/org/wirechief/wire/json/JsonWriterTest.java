package org.wirechief.wire.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

class JsonWriterTest {
    private final ReplyBuffer out = new ReplyBuffer();
    private final JsonWriter writer = new JsonWriter(out);

    private String written() {
        return new String(out.bytes(), 0, out.size(), ISO_8859_1);
    }

    @Test
    void writesEveryKindWithoutBlanks() {
        writer.object(members -> {
            members.put("i", 1);
            members.put("d", 2.5);
            members.put("b", true);
            members.nil(Octets.of("n"));
            members.put("t", "x");
            members.struct("s", inside -> {});
            members.array("a", inside -> {
                inside.add(false);
                inside.add("y");
                inside.nil();
                inside.array(_ -> {});
                inside.struct(deep -> deep.put("z", -1));
            });
        });

        assertThat(written())
                .isEqualTo("{\"i\":1,\"d\":2.500000,\"b\":true,\"n\":null,\"t\":\"x\",\"s\":{},"
                        + "\"a\":[false,\"y\",null,[],{\"z\":-1}]}");
    }

    @Test
    void escapesAsTheReference() {
        writer.text(Octets.copyOf("\"\\/\b\t\n\f\r\u0001\u001f\u007f\u0080\u00ff\0".getBytes(ISO_8859_1)));

        assertThat(written()).isEqualTo("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\u007f\u0080\u00ff\\u0000\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "-7, -7",
        "2147483648, 2147483648",
        "9007199254740993, 9007199254740992",
        "18446744073709551615, 18446744073709551616",
        "1e22, 10000000000000000000000",
        "1e23, 99999999999999991611392",
        "1e60, 1.000000e+60",
        "1.5, 1.500000",
        "-0.5, -0.500000",
        "0.0000005, 5.000000e-07",
        "0.000001, 0.000001",
        "-1e-300, -1.000000e-300",
        "1000000000.5, 1.000000e+09",
        "999999999.5, 999999999.500000",
        "0.1234565, 0.123456",
        "0.0000025, 0.000003",
        "4.9e-324, 4.940656e-324",
        "NaN, null",
        "-Infinity, null"
    })
    void writesNumbersAsC(double number, String expected) {
        writer.real(number);

        assertThat(written()).isEqualTo(expected);
    }

    @Test
    void writesFractionsAsPrintfDoes() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 20_000; i++) {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 14));
            if (number == Math.rint(number)) {
                continue;
            }
            double magnitude = Math.abs(number);
            String format = magnitude < 1e-6 || magnitude > 1e9 ? "%e" : "%f";

            out.clear();
            writer.real(number);

            assertThat(Math.abs(Double.parseDouble(written()) - number))
                    .isLessThanOrEqualTo(Math.max(magnitude, 1) * 5e-7);
            // Formatter rounds the shortest decimal, printf the exact value.
            assertThat(written()).hasSameSizeAs(String.format(Locale.ROOT, format, number));
        }
    }

    @Test
    void keepsEveryDigitOfIntegers() {
        writer.value(new Value.Arr(List.of(Value.of(Long.MIN_VALUE), Value.of(Long.MAX_VALUE))));

        assertThat(written()).isEqualTo("[-9223372036854775808,9223372036854775807]");
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.50",
        "1e400, 1e400",
        "-0, -0",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "007, 7",
        "0x1F, 31",
        "5., 5",
        "-.5, 0",
        "-nan, -2147483648"
    })
    void returnsNumbersAsTheyCame(String text, String expected) {
        byte[] bytes = ("[" + text + "]").getBytes(ISO_8859_1);
        JsonReader reader = new JsonReader(JsonRules.REFERENCE);
        assertThat(reader.read(bytes, 0, bytes.length)).isEqualTo(JsonReader.Outcome.WHOLE);

        writer.value(reader.root());

        assertThat(written()).isEqualTo("[" + expected + "]");
    }

    @Test
    void stopsAtItsBound() {
        JsonWriter narrow = new JsonWriter(out, 10);

        narrow.array(inside -> {
            for (int i = 0; i < 1_000_000; i++) {
                inside.add("text");
            }
        });

        assertThat(narrow.isTooLong()).isTrue();
        assertThat(out.size()).isLessThan(20);
    }

    @Test
    void stopsWhereItIsTooDeep() {
        Value deep = Value.of(1);
        for (int i = 0; i < JsonWriter.MAX_DEPTH; i++) {
            deep = new Value.Arr(List.of(deep));
        }

        writer.value(deep);
        assertThat(writer.isTooDeep()).isFalse();
        writer.value(new Value.Arr(List.of(deep)));

        assertThat(writer.isTooDeep()).isTrue();
    }

    @Test
    void writesNothingOnceStopped() {
        writer.array(inside -> {
            inside.add(1);
            writer.stop();
            inside.add(2);
        });

        assertThat(written()).isEqualTo("[1");
        assertThat(writer.isTooLong()).isFalse();
    }
}
