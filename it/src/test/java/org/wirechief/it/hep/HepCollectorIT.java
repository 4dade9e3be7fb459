package org.wirechief.it.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.cli.hep.Captured;
import org.wirechief.cli.hep.HepCollector;
import org.wirechief.cli.hep.HepCounts;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.net.Address;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.ReplyBuffer;

/// Everything OpenSIPS sends a capture server arrives, however the network cuts it, and senders of
/// anything else disturb nobody.
class HepCollectorIT {
    private final LinkedBlockingQueue<Captured> came = new LinkedBlockingQueue<>();
    private HepCollector collector;
    private String udp;
    private String tcp;

    @BeforeEach
    void start() throws IOException {
        collector = HepCollector.open(List.of(Address.udp("127.0.0.1", 0), Address.tcp("127.0.0.1", 0)), came::add);
        udp = collector.addresses().getFirst().toString();
        tcp = collector.addresses().getLast().toString();
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void everyPacketOverUdp() throws Exception {
        try (RawDatagrams sender = RawDatagrams.to(udp)) {
            for (byte[] packet : HepPackets.all()) {
                sender.send(packet);
                assertThat(next()).isEqualTo(packet);
            }
        }
        assertThat(collector.counts()).isEqualTo(new HepCounts(HepPackets.all().size(), 0, 0, 0));
    }

    @Test
    void everyPacketOverTcpSplitAndGlued(TestReporter reporter) throws Exception {
        SplittableRandom random = Seed.of("hep.seed", reporter::publishEntry).random();
        byte[] stream = glued(HepPackets.version3());
        try (RawStream sender = RawStream.to(tcp)) {
            for (int at = 0; at < stream.length; ) {
                int end = Math.min(stream.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 2000 : 60));
                sender.send(Arrays.copyOfRange(stream, at, end));
                at = end;
            }
            for (byte[] packet : HepPackets.version3()) {
                assertThat(next()).isEqualTo(packet);
            }
        }
        assertThat(collector.counts().malformed()).isZero();
    }

    @Test
    void everyByteAlone() throws Exception {
        byte[] packet = HepPackets.version3().getFirst();
        try (RawStream sender = RawStream.to(tcp)) {
            for (byte octet : packet) {
                sender.send(new byte[] {octet});
            }
            assertThat(next()).isEqualTo(packet);
        }
    }

    @Test
    void aSenderOfSomethingElseIsClosedAndOthersAreNot() throws Exception {
        byte[] packet = HepPackets.version3().getFirst();
        try (RawStream good = RawStream.to(tcp);
                RawStream bad = RawStream.to(tcp)) {
            good.send(Arrays.copyOf(packet, 50));
            bad.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(bad.receiveAll()).isEmpty();
            good.send(Arrays.copyOfRange(packet, 50, packet.length));
            assertThat(next()).isEqualTo(packet);
        }
        assertThat(collector.counts().malformed()).isOne();
    }

    @Test
    void halfAPacketAtTheEndIsCounted() throws Exception {
        byte[] packet = HepPackets.version3().getFirst();
        try (RawStream sender = RawStream.to(tcp)) {
            sender.send(packet);
            sender.send(Arrays.copyOf(packet, 50));
            assertThat(next()).isEqualTo(packet);
            // another connection's bytes come after those
            try (RawStream other = RawStream.to(tcp)) {
                other.send(packet);
                assertThat(next()).isEqualTo(packet);
            }
            collector.close();
        }
        assertThat(collector.counts()).isEqualTo(new HepCounts(2, 1, 0, 0));
    }

    @Test
    void aPacketThatIsBrokenInsideIsPassedOver() throws Exception {
        byte[] packet = HepPackets.version3().getFirst();
        byte[] broken = packet.clone();
        // the length of the first chunk
        broken[11] = 3;
        try (RawStream sender = RawStream.to(tcp)) {
            sender.send(glued(List.of(broken, packet)));
            assertThat(next()).isEqualTo(packet);
        }
        try (RawDatagrams sender = RawDatagrams.to(udp)) {
            sender.send(broken);
            sender.send(packet);
            assertThat(next()).isEqualTo(packet);
        }
        assertThat(collector.counts()).isEqualTo(new HepCounts(2, 2, 0, 0));
    }

    @Test
    void aPacketCutByTheEndIsCounted() throws Exception {
        byte[] packet = HepPackets.version3().getFirst();
        try (RawStream sender = RawStream.to(tcp)) {
            sender.send(Arrays.copyOf(packet, packet.length - 1));
            sender.halfClose();
            assertThat(sender.receiveAll()).isEmpty();
        }
        Awaitility.await()
                .atMost(RawStream.LIMIT)
                .untilAsserted(() -> assertThat(collector.counts()).isEqualTo(new HepCounts(0, 1, 0, 0)));
    }

    @Test
    void connectionsAreBounded() throws Exception {
        List<RawStream> senders = new ArrayList<>();
        try {
            for (int i = 0; i <= HepCollector.MAX_CONNECTIONS; i++) {
                senders.add(RawStream.to(tcp));
            }
            assertThat(senders.getLast().receiveAll()).isEmpty();
            assertThat(collector.counts().refused()).isOne();
            byte[] packet = HepPackets.version3().getFirst();
            senders.getFirst().send(packet);
            assertThat(next()).isEqualTo(packet);
        } finally {
            for (RawStream sender : senders) {
                sender.close();
            }
        }
    }

    @Test
    void anAddressInUseIsTold() {
        assertThatThrownBy(() -> HepCollector.open(List.of(collector.addresses().getLast()), came::add))
                .isInstanceOf(BindException.class)
                .hasMessageContaining(tcp);
    }

    private byte[] next() throws InterruptedException {
        Captured captured = came.poll(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(captured).as("a packet").isNotNull();
        ReplyBuffer out = new ReplyBuffer();
        captured.packet().write(out);
        return Arrays.copyOf(out.bytes(), out.size());
    }

    private static byte[] glued(List<byte[]> packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        packets.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
