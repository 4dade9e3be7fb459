package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.wire.binrpc.Bytes.hex;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.binrpc.BinrpcAnswer.Failed;
import org.wirechief.wire.binrpc.BinrpcAnswer.Result;

class BinrpcAnswerTest {
    @Test
    void aResultHoldsAnyNumberOfValues() throws ProtocolError {
        assertThat(read("a1 10 00 01")).isEqualTo(new Result(List.of()));
        assertThat(read("a1 10 05 01 10 01 21 61 00")).isEqualTo(new Result(List.of(Value.of(1), Value.of("a"))));
    }

    @Test
    void aFaultIsACodeAndAReason() throws ProtocolError {
        assertThat(read("a1 30 07 01 20 01 f4 31 6e 6f 00")).isEqualTo(new Failed(500, Octets.of("no")));
    }

    @Test
    void aStructWithoutNamesIsAList() throws ProtocolError {
        assertThat(read("a1 10 04 01 03 10 01 83")).isEqualTo(new Result(List.of(new Value.Arr(List.of(Value.of(1))))));
    }

    @Test
    void anEmptyStructIsAStruct() throws ProtocolError {
        assertThat(read("a1 10 02 01 03 83")).isEqualTo(new Result(List.of(new Value.Struct(List.of()))));
    }

    @Test
    void besideNamesWhatHasNoneGetsTheEmptyOne() throws ProtocolError {
        assertThat(read("a1 10 0b 01 03 10 01 25 61 00 10 02 04 84 83"))
                .isEqualTo(new Result(List.of(new Value.Struct(List.of(
                        new Value.Member("", Value.of(1)),
                        new Value.Member("a", Value.of(2)),
                        new Value.Member("", new Value.Arr(List.of())))))));
    }

    @ParameterizedTest
    @CsvSource({
        "a1 10 01 01 07, record doesn't match type at byte 0 of the body",
        "a1 10 03 01 10 01 83, bad record at byte 2 of the body",
        "a1 10 04 01 10 01 71 61, more data needed at byte 2 of the body",
        "a1 10 05 01 03 25 61 00 83, bad record at byte 4 of the body",
        "a1 10 04 01 03 25 61 00, end of packet encountered at byte 4 of the body",
        "a1 10 05 01 03 10 01 84 83, bad record at byte 3 of the body",
        "a1 10 02 01 21 61, more data needed at byte 0 of the body",
        "a1 10 02 01 11 61, bad record at byte 0 of the body",
        "a1 10 05 01 03 75 61 61 61, more data needed at byte 1 of the body",
        "a1 10 05 01 c1 80 00 00 00, corrupted packet at byte 0 of the body",
        "a1 30 00 01, end of packet encountered at byte 0 of the body",
        "a1 30 03 01 21 61 00, record doesn't match type at byte 0 of the body",
        "a1 30 02 01 10 01, end of packet encountered at byte 2 of the body",
        "a1 00 03 01 21 61 00, not a reply",
    })
    void tellsWhatIsBrokenAndWhere(String packet, String message) {
        assertThatThrownBy(() -> read(packet)).isInstanceOf(ProtocolError.class).hasMessage(message);
    }

    @Test
    void needsTheWholePacket() {
        byte[] bytes = hex("a1 10 05 01 10 01");

        assertThatThrownBy(() -> BinrpcAnswer.read(bytes, 0, PacketHeader.read(bytes, 0, bytes.length)))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static BinrpcAnswer read(String packet) throws ProtocolError {
        byte[] bytes = hex(packet);
        return BinrpcAnswer.read(bytes, 0, PacketHeader.read(bytes, 0, bytes.length));
    }
}
