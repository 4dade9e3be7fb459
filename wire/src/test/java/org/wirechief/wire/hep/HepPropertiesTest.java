package org.wirechief.wire.hep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.ReplyBuffer;

/// Packets are read as they were written, and bytes that are no packet are a [ProtocolError] and
/// nothing else. The seed is in the report; `-Dhep.seed=...` repeats a run.
final class HepPropertiesTest {
    private static final int ROUNDS = 20_000;
    private static final int HOSTILE_ROUNDS = 400_000;

    private SplittableRandom random;
    private Seed seed;

    @BeforeEach
    void seed(TestReporter reporter) {
        seed = Seed.of("hep.seed", reporter::publishEntry);
        random = seed.random();
    }

    @Test
    void packetsAreReadAsWritten() throws ProtocolError {
        for (int round = 0; round < ROUNDS; round++) {
            HepPacket packet = packet();
            byte[] wire = written(packet);
            assertThat(HepPacket.read(wire, 0, wire.length)).isEqualTo(packet);
        }
    }

    @Test
    void requestsAndRepliesAreReadAsWritten() {
        for (int round = 0; round < ROUNDS; round++) {
            // no zero bytes, which end a text of JSON
            HepPayload payload = random.nextBoolean()
                    ? HepPayload.request(word(), Octets.of("datagram"), word())
                    : HepPayload.reply(200 + random.nextInt(400), word(), word());
            assertThat(HepPayload.read(HepForm.JSON.write(payload), Octets.of(":")))
                    .isEqualTo(payload);
            Octets delimiter = Octets.of(random.nextBoolean() ? ":" : "##");
            assertThat(HepPayload.read(new HepForm.Delimited(delimiter).write(payload), delimiter))
                    .isEqualTo(payload);
        }
    }

    @Test
    void noPacketThatIsCutIsOne() {
        for (int round = 0; round < 200; round++) {
            HepPacket packet = packet();
            byte[] wire = written(packet);
            int optional = packet instanceof Hep3 ? 0 : packet.payload().length();
            for (int length = 0; length < wire.length - optional; length++) {
                assertThat(isPacket(wire, length))
                        .as("%d of %s", length, packet)
                        .isFalse();
            }
        }
    }

    @Test
    void framesCutAStreamWhereItsPacketsEnd() throws ProtocolError {
        for (int round = 0; round < 500; round++) {
            List<HepPacket> sent = new ArrayList<>();
            ReplyBuffer out = new ReplyBuffer();
            for (int i = random.nextInt(6); i >= 0; i--) {
                sent.add(version3());
                sent.getLast().write(out);
            }
            List<HepPacket> came = new ArrayList<>();
            int from = 0;
            int to = 0;
            while (from < out.size()) {
                to = Math.min(out.size(), to + 1 + random.nextInt(40));
                for (int length = HepFrame.length(out.bytes(), from, to);
                        length > 0;
                        length = HepFrame.length(out.bytes(), from, to)) {
                    came.add(HepPacket.read(out.bytes(), from, from + length));
                    from += length;
                }
            }
            assertThat(came).isEqualTo(sent);
        }
    }

    @Test
    void onlyProtocolErrorsComeOut() {
        int read = 0;
        int refused = 0;
        for (int round = 0; round < HOSTILE_ROUNDS; round++) {
            byte[] bytes = hostile();
            try {
                HepPacket packet = HepPacket.read(bytes, 0, bytes.length);
                read++;
                assertThat(written(packet)).hasSize(bytes.length);
                look(packet);
            } catch (ProtocolError e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(seed + ", round " + round, e);
            }
        }
        assertThat(read).isGreaterThan(HOSTILE_ROUNDS / 50);
        assertThat(refused).isGreaterThan(HOSTILE_ROUNDS / 50);
    }

    private static void look(HepPacket packet) throws ProtocolError {
        assertThat(packet.flow().source().toString()).isNotEmpty();
        HepPayload.read(packet.payload(), Octets.of(":"));
        if (packet instanceof Hep3 third) {
            HepCorrelation.read(third.correlation());
        }
        packet.content(1000);
    }

    /// A packet with some bytes changed, lost or put in, or noise.
    private byte[] hostile() {
        byte[] bytes = random.nextInt(10) == 0 ? octets(60).toByteArray() : written(packet());
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : -1);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 8)) : bytes;
    }

    private static boolean isPacket(byte[] wire, int length) {
        try {
            HepPacket.read(wire, 0, length);
            return true;
        } catch (ProtocolError e) {
            return false;
        }
    }

    private HepPacket packet() {
        return switch (random.nextInt(4)) {
            case 0 -> new Hep1(flow(), octets(20));
            // only microseconds below a million tell the order
            case 1 -> new Hep2(flow(), time(), random.nextInt(65536), ByteOrder.LITTLE_ENDIAN, octets(20));
            default -> version3();
        };
    }

    private Hep3 version3() {
        Hep3 packet =
                Hep3.of(flow(), time(), random.nextInt(256), random.nextLong() & 0xFFFF_FFFFL, octets(60), octets(10));
        if (random.nextBoolean()) {
            return packet;
        }
        List<HepChunk> chunks = new ArrayList<>(packet.chunks());
        chunks.remove(random.nextInt(chunks.size()));
        chunks.add(
                random.nextInt(chunks.size()),
                new HepChunk(random.nextInt(65536), 0x20 + random.nextInt(60_000), octets(30)));
        return new Hep3(chunks);
    }

    private HepTime time() {
        return new HepTime(random.nextLong() & 0xFFFF_FFFFL, random.nextInt(1_000_000));
    }

    private HepFlow flow() {
        int length = random.nextBoolean() ? 4 : 16;
        return HepFlow.of(random.nextInt(256), address(length), address(length));
    }

    private HepAddress address(int length) {
        byte[] ip = new byte[length];
        random.nextBytes(ip);
        return new HepAddress(Octets.copyOf(ip), random.nextInt(65536));
    }

    private Octets octets(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return Octets.copyOf(bytes);
    }

    /// Without delimiters and digits.
    private Octets word() {
        byte[] bytes = new byte[1 + random.nextInt(8)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)
                    (random.nextInt(6) == 0 ? "\n\t\"\\\1\u001f".charAt(random.nextInt(6)) : 'a' + random.nextInt(26));
        }
        return Octets.copyOf(bytes);
    }

    private static byte[] written(HepPacket packet) {
        ReplyBuffer out = new ReplyBuffer();
        packet.write(out);
        return Octets.copyOf(out.bytes(), 0, out.size()).toByteArray();
    }
}
