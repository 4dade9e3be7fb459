package org.wirechief.wire.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.ReplyBuffer;

/// Single packets: bytes written by hand, and what is refused.
class HepPacketTest {
    private static final HepAddress LOOPBACK = new HepAddress(hex("7f000001"), 28080);
    private static final HepFlow FLOW = HepFlow.of(HepFlow.UDP, LOOPBACK, new HepAddress(hex("7f000002"), 5060));

    @Test
    void version2OfABigEndianMachine() throws ProtocolError {
        Hep2 packet = (Hep2) read("0210020612345678" + "7f0000017f000001" + "6b00fd77" + "0007f5af" + "0101" + "0000");

        assertThat(packet.time()).isEqualTo(new HepTime(0x6b00fd77, 0x7f5af));
        assertThat(packet.captureId()).isEqualTo(257);
        assertThat(HexFormat.of().formatHex(written(packet))).endsWith("6b00fd770007f5af01010000");
    }

    @Test
    void version2IsSentLittleEndian() {
        Hep2 packet = Hep2.of(FLOW, new HepTime(0x6b00fd77, 0x7f5af), 1, Octets.of("x"));

        assertThat(HexFormat.of().formatHex(written(packet)))
                .isEqualTo("021002116db013c4" + "7f0000017f000002" + "77fd006b" + "aff50700" + "0100" + "0000" + "78");
    }

    @Test
    void version1OfIpv6() throws ProtocolError {
        String wire = "01280a11" + "13c413c5" + "20010db8000000000000000000000001" + "fe800000000000000000000000000002";
        HepPacket packet = read(wire);

        assertThat(packet.flow().source()).hasToString("[2001:db8::1]:5060");
        assertThat(packet.flow().destination()).hasToString("[fe80::2]:5061");
        assertThat(packet.payload().isEmpty()).isTrue();
        assertThat(HexFormat.of().formatHex(written(packet))).isEqualTo(wire);
    }

    @Test
    void chunksNobodyKnowsAreKept() throws ProtocolError {
        String wire = "48455033" + "0016" + "00070001000800ff" + "000000200008abcd";
        Hep3 packet = (Hep3) read(wire);

        assertThat(packet.chunks())
                .containsExactly(new HepChunk(7, 1, hex("00ff")), new HepChunk(0, 0x20, hex("abcd")));
        assertThat(packet.chunks()).noneMatch(chunk -> chunk.known().isPresent());
        assertThat(packet.flow().source()).hasToString("-:0");
        assertThat(packet.time()).isNull();
        assertThat(HexFormat.of().formatHex(written(packet))).isEqualTo(wire);
    }

    @Test
    void theFirstOfTwoChunksCounts() throws ProtocolError {
        Hep3 packet = (Hep3) read("48455033" + "0014" + "0000000b000757" + "0000000b000701");

        assertThat(packet.protocolType()).isEqualTo(0x57);
    }

    @ParameterizedTest
    @CsvSource({
        "'', byte 0: there is nothing",
        "07, 'byte 0: a packet begins with 1, 2 or HEP3, and not with 7'",
        "01, byte 1: the header is cut short",
        "0110, byte 2: the header is cut short",
        "0111, 'byte 1: a header has 16 bytes (IPv4) or 40 (IPv6), and not 17'",
        "4845503400, byte 0: a packet of version 3 begins with HEP3",
        "48455033, byte 4: the header is cut short",
        "484550330007, 'byte 4: the packet says it has 7 bytes, and has 6'",
        "48455033000700, byte 6: the header of a chunk is cut short",
        "48455033000c000000010005, 'byte 10: a chunk of 5 bytes, where it may have 6 to 6'",
        "48455033000c000000010007, 'byte 10: a chunk of 7 bytes, where it may have 6 to 6'",
        "48455033000c000000010006, 'byte 6: chunk ip_family has 0 bytes of data, and not 1'",
    })
    void saysWhatIsWrongAndWhere(String wire, String message) {
        assertThatThrownBy(() -> read(wire)).isInstanceOf(ProtocolError.class).hasMessage(message);
    }

    @Test
    void addressesOfTwoFamiliesAreNoFlow() {
        HepAddress other = new HepAddress(hex("00000000000000000000000000000001"), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HepFlow.of(6, LOOPBACK, other))
                .withMessage("127.0.0.1:28080 and [::1]:1 are not both addresses of IPv4 or both of IPv6");
    }

    @Test
    void aPacketHasAsMuchRoomAsItSays() {
        Octets correlation = Octets.of("c");
        int room = Hep3.roomForPayload(FLOW, correlation, HepPacket.MAX_LENGTH);

        assertThat(written(packet(Octets.copyOf(new byte[room]), correlation))).hasSize(HepPacket.MAX_LENGTH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> packet(Octets.copyOf(new byte[room + 1]), correlation))
                .withMessage("a packet of 65536 bytes is longer than 65535");
    }

    private static Hep3 packet(Octets payload, Octets correlation) {
        return Hep3.of(FLOW, HepTime.of(Instant.EPOCH), Hep3.MANAGEMENT, 1, payload, correlation);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000, ::",
        "00000000000000000000000000000001, ::1",
        "20010db8000000010000000000000001, 2001:db8:0:1::1",
        "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
        "20010000000000010000000000000000, 2001:0:0:1::",
        "00010002000300040005000600070008, 1:2:3:4:5:6:7:8",
        "0a000001, 10.0.0.1",
    })
    void addressesAreWrittenAsTheStandardHasThem(String ip, String text) {
        assertThat(new HepAddress(hex(ip), 0).host()).isEqualTo(text);
    }

    @Test
    void compressedPayloadsAreInflatedUpToABound() throws IOException, ProtocolError {
        byte[] text = "INVITE ".repeat(2000).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        deflate(new DeflaterOutputStream(zlib), text);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        deflate(new GZIPOutputStream(gzip), text);

        for (byte[] compressed : List.of(zlib.toByteArray(), gzip.toByteArray())) {
            Hep3 packet = compressed(compressed);
            assertThat(packet.payload()).isEqualTo(Octets.copyOf(compressed));
            assertThat(packet.content(text.length)).isEqualTo(Octets.copyOf(text));
            assertThatThrownBy(() -> packet.content(text.length - 1))
                    .hasMessage("the compressed payload becomes longer than 13999 bytes");
            for (int length = 0; length < compressed.length - 8; length++) {
                Hep3 cut = compressed(Arrays.copyOf(compressed, length));
                assertThatThrownBy(() -> cut.content(text.length)).isInstanceOf(ProtocolError.class);
            }
        }
    }

    private static void deflate(OutputStream out, byte[] text) throws IOException {
        try (out) {
            out.write(text);
        }
    }

    private static Hep3 compressed(byte[] payload) {
        return new Hep3(List.of(HepChunk.of(HepChunkType.COMPRESSED_PAYLOAD, Octets.copyOf(payload))));
    }

    @Test
    void framesOfAStream() throws ProtocolError {
        byte[] glued =
                hex("ff" + "484550330006" + "48455033000c000000110006" + "4845").toByteArray();

        assertThat(HepFrame.length(glued, 1, glued.length)).isEqualTo(6);
        assertThat(HepFrame.length(glued, 7, glued.length)).isEqualTo(12);
        assertThat(HepFrame.length(glued, 19, glued.length)).isZero();
        for (int to = 7; to < 19; to++) {
            assertThat(HepFrame.length(glued, 7, to)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "01, byte 0: HEP version 1 has no length and goes over datagrams only",
        "02, byte 0: HEP version 2 has no length and goes over datagrams only",
        "47, byte 0: a packet on a stream begins with HEP3",
        "484551, byte 0: a packet on a stream begins with HEP3",
        "484550330005, byte 4: a packet of 5 bytes is shorter than its own header",
    })
    void whatIsNoFrameIsToldAtOnce(String wire, String message) {
        byte[] bytes = hex(wire).toByteArray();
        assertThatThrownBy(() -> HepFrame.length(bytes, 0, bytes.length))
                .isInstanceOf(ProtocolError.class)
                .hasMessage(message);
    }

    private static HepPacket read(String hex) throws ProtocolError {
        byte[] bytes = hex(hex).toByteArray();
        return HepPacket.read(bytes, 0, bytes.length);
    }

    private static byte[] written(HepPacket packet) {
        ReplyBuffer out = new ReplyBuffer();
        packet.write(out);
        return Octets.copyOf(out.bytes(), 0, out.size()).toByteArray();
    }

    private static Octets hex(String digits) {
        return Octets.copyOf(HexFormat.of().parseHex(digits));
    }
}
