package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.ProtocolError;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.binrpc.PacketHeader;

/// Packets come out as they went in, however the stream is cut. The seed is in the report;
/// `-Dclient.seed=...` repeats a run.
final class AnswerCutterTest {
    /// Keeps what comes out; wants only even cookies.
    private static final class Collected implements AnswerCutter.Reader {
        private final List<String> packets = new ArrayList<>();

        @Override
        public ProtocolError garbage(byte[] beginning) {
            return new ProtocolError("garbage " + HexFormat.of().formatHex(beginning));
        }

        @Override
        public boolean begins(PacketHeader header) {
            return header.cookie() % 2 == 0;
        }

        @Override
        public void ends(@Nullable Pieces packet) {
            packets.add(packet == null ? "dropped" : HexFormat.of().formatHex(packet.joined()));
        }
    }

    @Test
    void anyCutGivesTheSamePackets(TestReporter report) throws Exception {
        SplittableRandom random = Seed.of("client.seed", report::publishEntry).random();
        for (int round = 0; round < 300; round++) {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            List<String> expected = new ArrayList<>();
            for (int i = random.nextInt(1, 20); i > 0; i--) {
                int cookie = random.nextInt(256);
                byte[] packet = packet(cookie, random.nextInt(random.nextBoolean() ? 30 : 40_000), random);
                stream.writeBytes(packet);
                expected.add(cookie % 2 == 0 ? HexFormat.of().formatHex(packet) : "dropped");
            }
            assertThat(cut(stream.toByteArray(), random)).isEqualTo(expected);
        }
    }

    private static byte[] packet(int cookie, int bodyLength, SplittableRandom random) {
        byte[] body = new byte[bodyLength];
        random.nextBytes(body);
        int padding = random.nextInt(bodyLength > 255 ? 2 : 1, 5);
        String head = "a1" + HexFormat.of().toHexDigits((byte) (0x10 | (padding - 1) << 2))
                + "%08x".formatted(bodyLength).substring(8 - 2 * padding) + "%02x".formatted(cookie);
        return HexFormat.of().parseHex(head + HexFormat.of().formatHex(body));
    }

    private static List<String> cut(byte[] stream, SplittableRandom random) throws ProtocolError {
        Collected collected = new Collected();
        AnswerCutter cutter = new AnswerCutter(collected);
        int longest = random.nextInt(1, random.nextBoolean() ? 10 : 100_000);
        for (int at = 0; at < stream.length; ) {
            int to = Math.min(stream.length, at + random.nextInt(1, longest + 1));
            cutter.take(stream, at, to);
            at = to;
        }
        assertThat(cutter.filled()).isZero();
        return collected.packets;
    }

    @Test
    void noMoreIsTakenThanTheWhole() {
        Pieces pieces = new Pieces(2000);
        pieces.add(new byte[1500], 0, 1500);
        assertThatThrownBy(() -> pieces.add(new byte[501], 0, 501)).isInstanceOf(IllegalArgumentException.class);
        assertThat(pieces.filled()).isEqualTo(1500);
        pieces.add(new byte[500], 0, 500);
        assertThat(pieces.joined()).hasSize(2000);
    }

    @Test
    void memoryIsTakenForWhatCameAndNotForWhatIsAnnounced() throws Exception {
        Pieces pieces = new Pieces(1 << 30);
        byte[] some = new byte[1000];
        while (pieces.filled() < 8 << 20) {
            assertThat(pieces.capacity())
                    .isLessThanOrEqualTo(Math.min(2 * pieces.filled(), pieces.filled() + (1 << 20)) + 1024);
            pieces.add(some, 0, some.length);
        }
        assertThat(new Pieces(10).capacity()).isEqualTo(10);

        List<AnswerCutter> open = new ArrayList<>();
        byte[] announcement = HexFormat.of().parseHex("a11c7ffffff0" + "02" + "00");
        for (int i = 0; i < 2000; i++) {
            AnswerCutter cutter = new AnswerCutter(new Collected());
            cutter.take(announcement, 0, announcement.length);
            assertThat(cutter.announced()).isEqualTo(0x7ffffff7);
            open.add(cutter);
        }
        assertThat(open).hasSize(2000);
    }

    @Test
    void whatIsNoPacketIsSaidAtOnce() {
        AnswerCutter cutter = new AnswerCutter(new Collected());
        byte[] http = "HTTP/1.1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> cutter.take(http, 0, http.length))
                .isInstanceOf(ProtocolError.class)
                .hasMessage("garbage 48545450");
        byte[] negative = HexFormat.of().parseHex("a11cffffffff02");
        AnswerCutter other = new AnswerCutter(new Collected());
        assertThatThrownBy(() -> other.take(negative, 0, negative.length))
                .isInstanceOf(ProtocolError.class)
                .hasMessage("garbage a11cffffffff02");
    }

    @Test
    void randomBytesGivePacketsOrAnError(TestReporter report) {
        SplittableRandom random = Seed.of("client.seed", report::publishEntry).random();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(1, 60)];
            random.nextBytes(bytes);
            bytes[0] = (byte) 0xA1;
            AnswerCutter cutter = new AnswerCutter(new Collected());
            try {
                cutter.take(bytes, 0, bytes.length);
                assertThat(cutter.filled()).isBetween(0, bytes.length);
            } catch (ProtocolError e) {
                assertThat(e).hasMessageStartingWith("garbage ");
            }
        }
    }
}
