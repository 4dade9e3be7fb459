package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.wire.binrpc.Bytes.hex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.binrpc.PacketHeader.Kind;

class PacketHeaderTest {
    @Test
    void readsAHeaderThatBeginsAnywhere() throws ProtocolError {
        byte[] bytes = hex("ff a1 17 01 33 0badcafe ff");

        assertThat(PacketHeader.read(bytes, 1, bytes.length))
                .isEqualTo(new PacketHeader(Kind.REPLY, 0x0BADCAFE, 8, 0x133));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a1", "00", "b1 00 00", "00 00 00"})
    void doesNotLookAtLessThanFourBytes(String bytes) throws ProtocolError {
        assertThat(PacketHeader.read(hex(bytes), 0, hex(bytes).length)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1 0f 00 00", "a1 0f 00 00 00 00 00 00 00", "a1 03 05 00 00", "a1 01 05 00"})
    void needsTheWholeHeader(String bytes) throws ProtocolError {
        assertThat(PacketHeader.read(hex(bytes), 0, hex(bytes).length)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b1 00 00 00", "a2 00 00 00", "21 00 00 00", "a1 20 00 00", "a1 40 00 00", "a1 f0 00 00"})
    void refusesWhatIsNoPacket(String bytes) {
        assertThatThrownBy(() -> PacketHeader.read(hex(bytes), 0, 4))
                .isInstanceOf(ProtocolError.class)
                .hasMessage("bad request: corrupted packet")
                .extracting(Throwable::getStackTrace)
                .isEqualTo(new StackTraceElement[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1 0c 80000000 00", "a1 0c ffffffff 00", "a1 0f fffffff6 00000001", "a1 0c 80000001 00"})
    void refusesLengthsThatAreNegativeIn32Bits(String bytes) {
        assertThatThrownBy(() -> PacketHeader.read(hex(bytes), 0, hex(bytes).length))
                .isInstanceOf(ProtocolError.class)
                .hasMessage("bad request: corrupted packet");
    }

    @Test
    void theLongestLengthDoesNotWrap() throws ProtocolError {
        PacketHeader header = PacketHeader.read(hex("a1 0c 7fffffff 00"), 0, 7);

        assertThat(header.bodyLength()).isEqualTo(Integer.MAX_VALUE);
        assertThat(header.packetLength()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theShortestPacketIsFourBytes() throws ProtocolError {
        assertThat(PacketHeader.read(hex("a1 10 00 07"), 0, 4).packetLength()).isEqualTo(4);
    }
}
