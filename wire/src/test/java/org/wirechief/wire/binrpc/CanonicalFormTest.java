package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.wire.binrpc.Bytes.ascii;
import static org.wirechief.wire.binrpc.Bytes.digits;
import static org.wirechief.wire.binrpc.Bytes.hex;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

/// The one form in which records are written: the table of spec ctl §3.
class CanonicalFormTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 10 01",
        "127, 10 7f",
        "128, 10 80",
        "255, 10 ff",
        "256, 20 01 00",
        "65535, 20 ff ff",
        "65536, 30 01 00 00",
        "16777216, 40 01 00 00 00",
        "2147483647, 40 7f ff ff ff",
        "-1, 40 ff ff ff ff",
        "-128, 40 ff ff ff 80",
        "-2147483648, 40 80 00 00 00",
    })
    void integers(long value, String record) {
        assertThat(record(Value.of(value))).isEqualTo(digits(record));
    }

    @ParameterizedTest
    @CsvSource({
        "2147483648, 91 0b, 2147483648",
        "-2147483649, 91 0c, -2147483649",
        "9223372036854775807, 91 14, 9223372036854775807",
        "-9223372036854775808, 91 15, -9223372036854775808",
    })
    void widerIntegersAreDecimalText(long value, String tag, String text) {
        assertThat(record(Value.of(value))).isEqualTo(digits(tag) + ascii(text) + "00");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 02",
        "-0.0, 02",
        "0.001, 12 01",
        "0.0009, 02",
        "-0.0009, 02",
        "1.0, 22 03 e8",
        "1.5, 22 05 dc",
        "1.005, 22 03 ec",
        "2.675, 22 0a 73",
        "33554432, 52 07 d0 00 00 00",
        "-0.001, 82 ff ff ff ff ff ff ff ff",
        "-1.5, 82 ff ff ff ff ff ff fa 24",
        "4611686018427387, 82 3f ff ff ff ff ff fc 00",
        "9.3e15, 82 80 00 00 00 00 00 00 00",
        "-9.3e15, 82 80 00 00 00 00 00 00 00",
        "NaN, 82 80 00 00 00 00 00 00 00",
        "Infinity, 82 80 00 00 00 00 00 00 00",
        "-Infinity, 82 80 00 00 00 00 00 00 00",
    })
    void doublesAreThousandths(double value, String record) {
        assertThat(record(Value.of(value))).isEqualTo(digits(record));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 11",
        "1, 21",
        "6, 71",
        "7, 91 08",
        "8, 91 09",
        "254, 91 ff",
        "255, a1 01 00",
        "65534, a1 ff ff",
        "65535, b1 01 00 00",
    })
    void textsCountTheirZeroByte(int length, String tag) {
        assertThat(record(Value.of("x".repeat(length)))).isEqualTo(digits(tag) + "78".repeat(length) + "00");
    }

    @ParameterizedTest
    @CsvSource({"0, 06", "1, 16", "7, 76", "8, 96 08", "15, 96 0f", "255, 96 ff", "256, a6 01 00"})
    void bytesHaveNoZeroByte(int length, String tag) {
        Value blob = new Value.Blob(Octets.of("x".repeat(length)));

        assertThat(record(blob)).isEqualTo(digits(tag) + "78".repeat(length));
    }

    @ParameterizedTest
    @CsvSource({"'', 15", "x, 25", "xxxxxx, 75", "xxxxxxx, 95 08"})
    void namesAreLikeTexts(String name, String tag) {
        Value struct = new Value.Struct(List.of(new Value.Member(name, Value.of(1))));

        assertThat(record(struct)).isEqualTo("03" + digits(tag) + ascii(name) + "00" + "1001" + "83");
    }

    @Test
    void aNestedStruct() {
        Value item = new Value.Struct(List.of(
                new Value.Member("name", Value.of("k1")),
                new Value.Member("value", Value.of("v1")),
                new Value.Member("flags", Value.of(2)),
                new Value.Member("expire", Value.of("NEVER"))));
        Value reply = new Value.Struct(List.of(new Value.Member("item", item)));

        assertThat(record(reply))
                .isEqualTo(digits("03 55" + ascii("item") + "00 03 55" + ascii("name") + "00 31" + ascii("k1")
                        + "00 65" + ascii("value") + "00 31" + ascii("v1") + "00 65" + ascii("flags")
                        + "00 10 02 75" + ascii("expire") + "00 61" + ascii("NEVER") + "00 83 83"));
    }

    @Test
    void inAnswersAnArrayIsAStructWithoutNames() {
        Value array = new Value.Arr(List.of(Value.of(1), new Value.Arr(List.of()), Value.of("a")));

        assertThat(record(array)).isEqualTo(digits("03 10 01 03 83 21 61 00 83"));
    }

    @Test
    void inAnswersAnArrayMayBeAMember() {
        Value array = new Value.Arr(List.of(Value.of(1)));

        assertThat(record(new Value.Struct(List.of(new Value.Member("a", array)))))
                .isEqualTo(digits("03 25 61 00 03 10 01 83 83"));
    }

    @Test
    void whatBinrpcHasNoRecordFor() {
        assertThat(record(Value.of(true))).isEqualTo("1001");
        assertThat(record(Value.of(false))).isEqualTo("00");
        assertThat(record(new Value.Nil())).isEqualTo("910e" + ascii("<null string>") + "00");
    }

    private static String record(Value value) {
        ReplyBuffer out = new ReplyBuffer();
        BinrpcReply reply = new BinrpcReply(out, 0, BinrpcRules.DEFAULTS.withMaxBody(1 << 20));
        reply.add(value);
        int header = 4;
        String written = hex(out).substring(2 * header);
        reply.finish();
        assertThat(hex(out)).endsWith(written).startsWith("a11");
        return written;
    }
}
