package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.binrpc.AnswerRecord.Bracket;

class AnswerRecordsTest {
    @Test
    void oneRecordATime() throws ProtocolError {
        assertThat(read("03 256100 1001 256200 03 40ffffffff 83 83 2205dc 2161 00 04 26 7a7a 84".replace(" ", "")))
                .containsExactly(
                        new AnswerRecord.Open(null, Bracket.STRUCT),
                        new AnswerRecord.Scalar(Octets.of("a"), Value.of(1)),
                        new AnswerRecord.Open(Octets.of("b"), Bracket.STRUCT),
                        new AnswerRecord.Scalar(null, Value.of(-1)),
                        new AnswerRecord.Close(Bracket.STRUCT),
                        new AnswerRecord.Close(Bracket.STRUCT),
                        new AnswerRecord.Scalar(null, Value.of(1.5)),
                        new AnswerRecord.Scalar(null, Value.of("a")),
                        new AnswerRecord.Open(null, Bracket.ARRAY),
                        new AnswerRecord.Scalar(null, new Value.Blob(Octets.of("zz"))),
                        new AnswerRecord.Close(Bracket.ARRAY));
    }

    /// As kamcmd words it.
    @ParameterizedTest
    @CsvSource({
        "216100 07, 'record 1, @3: 07 : record doesn''t match type'",
        "03 256100, 'record 1, @1: 25 : more data needed'",
        "03 256100 316162, 'record 1, @1: 25 : more data needed'",
        "03 256100 83, 'record 1, @1: 25 : bad record'",
        "03 256100 07, 'record 1, @1: 25 : record doesn''t match type'",
        "03 09, 'record 1, @1: 09 : bad record'",
        "b101, 'record 0, @0: b1 : more data needed'",
        "83, 'record 0, @0: 83 : bad record'"
    })
    void saysWhereItBreaks(String body, String message) {
        assertThatThrownBy(() -> read(body.replace(" ", "")))
                .isInstanceOf(ProtocolError.class)
                .hasMessage(message);
    }

    /// Whatever bytes there are, the records end or one is broken, just as the whole answer is.
    @Test
    void agreesWithTheWholeAnswer() {
        Random random = new Random(5);
        int[] tags = {0x00, 0x10, 0x11, 0x21, 0x22, 0x03, 0x83, 0x04, 0x84, 0x25, 0x26, 0x07, 0x0F, 0x91, 0x80, 0x61};
        for (int run = 0; run < 50_000; run++) {
            byte[] body = new byte[random.nextInt(24)];
            for (int i = 0; i < body.length; i++) {
                body[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : tags[random.nextInt(tags.length)]);
            }
            PacketHeader header = new PacketHeader(PacketHeader.Kind.REPLY, 0, 0, body.length);

            assertThat(isSound(() -> records(body)))
                    .as(HexFormat.of().formatHex(body))
                    .isEqualTo(isSound(() -> BinrpcAnswer.read(body, 0, header)));
        }
    }

    @FunctionalInterface
    private interface Reading {
        Object read() throws ProtocolError;
    }

    private static boolean isSound(Reading reading) {
        try {
            return reading.read() != null;
        } catch (ProtocolError e) {
            return false;
        }
    }

    private static List<AnswerRecord> read(String hex) throws ProtocolError {
        return records(HexFormat.of().parseHex(hex));
    }

    private static List<AnswerRecord> records(byte[] body) throws ProtocolError {
        AnswerRecords source = new AnswerRecords(body, 0, body.length);
        List<AnswerRecord> records = new ArrayList<>();
        for (AnswerRecord record = source.next(); record != null; record = source.next()) {
            records.add(record);
        }
        return records;
    }
}
