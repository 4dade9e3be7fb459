package org.wirechief.it.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.cli.hep.Captured;
import org.wirechief.cli.hep.HepCollector;
import org.wirechief.cli.hep.HepCounts;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.TlsFiles;
import org.wirechief.net.Address;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.ReplyBuffer;

/// The collector takes over TLS what it takes over TCP.
class HepOverTlsIT {
    private static TempFolder folder;
    private static TlsFiles files;

    private final LinkedBlockingQueue<Captured> came = new LinkedBlockingQueue<>();
    private HepCollector collector;
    private int port;

    @BeforeAll
    static void files() throws Exception {
        folder = TempFolder.create();
        files = TlsFiles.in(folder, "ip:127.0.0.1");
    }

    @AfterAll
    static void remove() throws IOException {
        folder.close();
    }

    @BeforeEach
    void start() throws IOException {
        collector = HepCollector.open(List.of(), came::add);
        port = collector.listen(Address.tcp("127.0.0.1", 0), files.served()).port();
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    private byte[] next() throws InterruptedException {
        Captured captured = came.poll(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(captured).as("a packet").isNotNull();
        ReplyBuffer out = new ReplyBuffer();
        captured.packet().write(out);
        return Arrays.copyOf(out.bytes(), out.size());
    }

    private void awaitCounts(HepCounts counts) {
        Awaitility.await()
                .atMost(RawStream.LIMIT)
                .untilAsserted(() -> assertThat(collector.counts()).isEqualTo(counts));
    }

    @Test
    void everyPacketSplitAndGlued(TestReporter reporter) throws Exception {
        SplittableRandom random = Seed.of("hep.seed", reporter::publishEntry).random();
        try (Socket sender = files.connect(port)) {
            OutputStream out = sender.getOutputStream();
            byte[] waiting = {};
            for (byte[] packet : HepPackets.version3()) {
                int before = waiting.length;
                waiting = Arrays.copyOf(waiting, before + packet.length);
                System.arraycopy(packet, 0, waiting, before, packet.length);
                int now = random.nextInt(waiting.length + 1);
                out.write(waiting, 0, now);
                waiting = Arrays.copyOfRange(waiting, now, waiting.length);
            }
            out.write(waiting);
            for (byte[] packet : HepPackets.version3()) {
                assertThat(next()).isEqualTo(packet);
            }
        }
        awaitCounts(new HepCounts(HepPackets.version3().size(), 0, 0, 0));
    }

    @Test
    void theSenderIsCalledByItsTransport() throws Exception {
        try (Socket sender = files.connect(port)) {
            sender.getOutputStream().write(HepPackets.version3().getFirst());
            Captured captured = came.poll(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(captured).isNotNull();
            assertThat(captured.sender()).isEqualTo("tls:127.0.0.1:" + sender.getLocalPort());
        }
    }

    @Test
    void halfAPacketAtTheEndIsCounted() throws Exception {
        byte[] packet = HepPackets.version3().getFirst();
        try (Socket sender = files.connect(port)) {
            sender.getOutputStream().write(packet);
            sender.getOutputStream().write(packet, 0, packet.length - 1);
            assertThat(next()).isEqualTo(packet);
        }
        awaitCounts(new HepCounts(1, 1, 0, 0));
    }

    @Test
    void aSenderOfSomethingElseIsClosedAndOthersAreNot() throws Exception {
        byte[] packet = HepPackets.version3().getFirst();
        try (Socket good = files.connect(port);
                Socket bad = files.connect(port);
                RawStream plain = RawStream.to("tcp:127.0.0.1:" + port)) {
            good.getOutputStream().write(packet, 0, 50);
            bad.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(bad.getInputStream().readAllBytes()).isEmpty();
            // no handshake at all
            plain.send(packet);
            byte[] alert = plain.receiveAll();
            assertThat(alert.length).isLessThan(100);
            good.getOutputStream().write(packet, 50, packet.length - 50);
            assertThat(next()).isEqualTo(packet);
        }
        awaitCounts(new HepCounts(1, 1, 0, 0));
    }

    @Test
    void closingEndsEveryConnection() throws Exception {
        try (Socket one = files.connect(port);
                RawStream silent = RawStream.to("tcp:127.0.0.1:" + port)) {
            byte[] packet = HepPackets.version3().getFirst();
            one.getOutputStream().write(packet);
            assertThat(next()).isEqualTo(packet);

            collector.close();

            assertThat(silent.receiveAll()).isEmpty();
            assertThatThrownBy(() -> RawStream.to("tcp:127.0.0.1:" + port)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anAddressInUseIsTold() {
        assertThatThrownBy(() -> collector.listen(Address.tcp("127.0.0.1", port), files.served()))
                .isInstanceOf(BindException.class)
                .hasMessageStartingWith("cannot bind tls:127.0.0.1:" + port + ": ");
    }
}
