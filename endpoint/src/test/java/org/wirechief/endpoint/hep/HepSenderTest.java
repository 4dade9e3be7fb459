package org.wirechief.endpoint.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirechief.core.ProtocolError;
import org.wirechief.net.Outlet;
import org.wirechief.wire.hep.HepPacket;

class HepSenderTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HepStatistics counters = new HepStatistics();
    private final AtomicLong number = new AtomicLong();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private HepSender sender(HepTransport transport, int port, long room) {
        HepId id = new HepId("a", "127.0.0.1", port, transport, 3, false);
        CollectorLink.Opening opening = () -> transport == HepTransport.UDP
                ? Outlet.udp(id.host(), id.port())
                : Outlet.tcp(id.host(), id.port(), Duration.ofSeconds(5));
        return new HepSender(id, opening, Packets.encoder(id), counters, room, failures::add);
    }

    private void assertBalanced() {
        assertThat(counters.sent().sum() + counters.dropped())
                .isEqualTo(counters.traced().sum());
    }

    private static HepPacket read(Socket from) throws IOException, ProtocolError {
        DataInputStream in = new DataInputStream(from.getInputStream());
        byte[] head = in.readNBytes(6);
        int length = (head[4] & 0xFF) << 8 | (head[5] & 0xFF);
        byte[] packet = java.util.Arrays.copyOf(head, length);
        in.readFully(packet, 6, length - 6);
        return HepPacket.read(packet, 0, length);
    }

    @Test
    void overUdpEachIsADatagramFromOnePort() throws Exception {
        try (DatagramSocket collector = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            collector.setSoTimeout((int) LIMIT.toMillis());
            HepSender sender = sender(HepTransport.UDP, collector.getLocalPort(), 1 << 20);
            sender.start();
            Packets.exchange(sender, number);
            Packets.exchange(sender, number);

            Set<Integer> ports = new HashSet<>();
            List<String> said = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
                collector.receive(packet);
                ports.add(packet.getPort());
                said.add(HepPacket.read(packet.getData(), 0, packet.getLength())
                        .payload()
                        .toString());
            }

            assertThat(said).containsExactly("n1:datagram", "OK", "n2:datagram", "OK");
            assertThat(ports).hasSize(1);
            Farewell.close(List.of(sender));
            assertThat(counters.sent().sum()).isEqualTo(4);
            assertBalanced();
        }
    }

    /// A collector that comes late, goes and comes back; nobody who offers waits.
    @Test
    void overTcpWhatWaitsIsSentWhenTheCollectorIsThere() throws Exception {
        int port;
        try (ServerSocket free = Packets.listener(0)) {
            port = free.getLocalPort();
        }
        HepSender sender = sender(HepTransport.TCP, port, 1 << 20);
        sender.start();
        Packets.exchange(sender, number);
        await().atMost(LIMIT).until(() -> counters.errors().sum() > 0);

        try (ServerSocket collector = Packets.listener(port);
                Socket connection = collector.accept()) {
            assertThat(read(connection).payload()).hasToString("n1:datagram");
            assertThat(read(connection).payload()).hasToString("OK");
        }
        await().atMost(LIMIT).until(() -> {
            Packets.exchange(sender, number);
            return counters.errors().sum() > 1;
        });
        long errors = counters.errors().sum();
        assertThat(errors).isGreaterThan(1);
        try (ServerSocket collector = Packets.listener(port);
                Socket connection = collector.accept()) {
            read(connection);
            assertThat(counters.reconnects().sum()).isEqualTo(1);
            new Thread(() -> discard(connection)).start();
            await().atMost(LIMIT).until(() -> sender.waiting() == 0);
            Farewell.close(List.of(sender));
        }
        assertThat(counters.dropped()).isZero();
        assertBalanced();
    }

    private static void discard(Socket connection) {
        try {
            connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the sender has gone
        }
    }

    @Test
    void whatHasNoRoomIsDroppedAndCounted() throws Exception {
        int port;
        try (ServerSocket free = Packets.listener(0)) {
            port = free.getLocalPort();
        }
        HepSender sender = sender(HepTransport.TCP, port, 10_000);
        sender.start();
        for (int i = 0; i < 1000; i++) {
            Packets.exchange(sender, number);
        }

        assertThat(counters.traced().sum()).isEqualTo(2000);
        assertThat(counters.droppedFull().sum()).isBetween(1900L, 1999L);
        Farewell.close(List.of(sender));
        assertBalanced();
        assertThat(counters.droppedStopped().sum()).isPositive();
        assertThat(sender.waiting()).isZero();

        Packets.exchange(sender, number);
        assertBalanced();
    }

    /// A collector that takes a connection and never reads from it.
    @Test
    void aCollectorThatDoesNotReadHoldsUpItsOwnThreadOnly() throws Exception {
        try (ServerSocket collector = Packets.listener(0)) {
            HepSender sender = sender(HepTransport.TCP, collector.getLocalPort(), 100_000);
            sender.start();
            // it connects when there is something to send
            Packets.exchange(sender, number);
            try (Socket silent = collector.accept()) {
                await().atMost(LIMIT).until(() -> {
                    for (int i = 0; i < 1000; i++) {
                        Packets.exchange(sender, number);
                    }
                    return counters.droppedFull().sum() > 0;
                });
                assertThat(silent.isConnected()).isTrue();
                Farewell.close(List.of(sender));
            }
            assertBalanced();
        }
    }

    private HepSender over(HepTransport transport, CollectorLink.Opening opening) {
        HepId id = new HepId("a", "127.0.0.1", 9, transport, 3, false);
        return new HepSender(id, opening, Packets.encoder(id), counters, 1 << 20, failures::add);
    }

    /// As from a machine without IPv6 to a collector that has nothing else.
    @Test
    void anUncheckedFailureIsOneLikeOthers() throws Exception {
        try (ServerSocket collector = Packets.listener(0)) {
            AtomicLong opened = new AtomicLong();
            HepSender sender = over(HepTransport.TCP, () -> {
                if (opened.incrementAndGet() < 3) {
                    throw new UnsupportedAddressTypeException();
                }
                return Outlet.tcp("127.0.0.1", collector.getLocalPort(), Duration.ofSeconds(5));
            });
            sender.start();
            Packets.exchange(sender, number);
            collector.setSoTimeout((int) LIMIT.toMillis());
            try (Socket connection = collector.accept()) {
                assertThat(read(connection).payload()).hasToString("n1:datagram");
                assertThat(read(connection).payload()).hasToString("OK");
                assertThat(counters.errors().sum()).isEqualTo(2);
                Farewell.close(List.of(sender));
            }
            assertThat(counters.sent().sum()).isEqualTo(2);
            assertBalanced();
        }
    }

    /// As deaf as a look-up.
    private static void deaf(CountDownLatch end) {
        boolean done = false;
        while (!done) {
            try {
                end.await();
                done = true;
            } catch (InterruptedException e) {
                // not before the end
            }
        }
    }

    /// Who started the server is told; else it would go on untraced for ever.
    @Test
    void anErrorEndsTheThreadIsToldAndLosesNothingFromTheSums() {
        Error error = new StackOverflowError("of a test");
        HepSender sender = over(HepTransport.TCP, () -> {
            throw error;
        });
        Packets.exchange(sender, number);
        sender.start();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(failures).containsExactly(error));
        assertThat(counters.droppedStopped().sum()).isEqualTo(2);
        assertBalanced();
        Packets.exchange(sender, number);
        assertThat(counters.droppedStopped().sum()).isEqualTo(4);
        assertBalanced();
        assertThat(sender.waiting()).isZero();
        Farewell.close(List.of(sender));
        assertThat(failures).hasSize(1);
    }

    /// Each goes on until all were told, so whoever waits for one first waits in vain.
    @Test
    @Timeout(60)
    void allAreToldToEndBeforeAnyIsWaitedFor() throws Exception {
        int many = 5;
        CountDownLatch opening = new CountDownLatch(many);
        CountDownLatch told = new CountDownLatch(many);
        List<HepSender> senders = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            HepSender sender = over(HepTransport.UDP, () -> {
                opening.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    told.countDown();
                    deaf(told);
                }
                throw new IOException("told to end");
            });
            sender.start();
            Packets.exchange(sender, number);
            senders.add(sender);
        }
        assertThat(opening.await(60, TimeUnit.SECONDS)).isTrue();

        Farewell.end(senders, Duration.ofHours(1));

        assertThat(senders).noneMatch(HepSender::isAlive);
        assertThat(counters.droppedStopped().sum()).isEqualTo(2L * many);
        assertBalanced();
    }

    /// A look-up that hangs cannot be ended; the sums are right all the same.
    @Test
    void closingCountsTheCopyInHand() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        HepSender sender = over(HepTransport.UDP, () -> {
            opening.countDown();
            deaf(end);
            throw new IOException("too late");
        });
        sender.start();
        Packets.exchange(sender, number);
        assertThat(opening.await(60, TimeUnit.SECONDS)).isTrue();
        Farewell.close(List.of(sender));
        try {
            assertThat(counters.droppedStopped().sum()).isEqualTo(2);
            assertThat(failures).isEmpty();
            assertBalanced();
            assertThat(sender.waiting()).isZero();
        } finally {
            end.countDown();
        }
    }

    /// Once by closing, once by ending its half only.
    @Test
    void aCollectorThatEndsTheConnectionGetsAnotherWithoutAnError() throws Exception {
        try (ServerSocket collector = Packets.listener(0)) {
            collector.setSoTimeout((int) LIMIT.toMillis());
            AtomicReference<Outlet> last = new AtomicReference<>();
            HepSender sender = over(HepTransport.TCP, () -> {
                last.set(Outlet.tcp("127.0.0.1", collector.getLocalPort(), Duration.ofSeconds(5)));
                return last.get();
            });
            sender.start();
            Packets.exchange(sender, number);
            try (Socket first = collector.accept()) {
                read(first);
                read(first);
            }
            await().atMost(LIMIT).until(() -> last.get().isEnded());
            Packets.exchange(sender, number);
            try (Socket second = collector.accept()) {
                assertThat(read(second).payload()).hasToString("n2:datagram");
                read(second);
                second.shutdownOutput();
                await().atMost(LIMIT).until(() -> last.get().isEnded());
                Packets.exchange(sender, number);
                try (Socket third = collector.accept()) {
                    assertThat(read(third).payload()).hasToString("n3:datagram");
                    read(third);
                    Farewell.close(List.of(sender));
                }
                assertThat(second.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(counters.errors().sum()).isZero();
            assertThat(counters.reconnects().sum()).isEqualTo(2);
            assertThat(counters.sent().sum()).isEqualTo(6);
            assertBalanced();
        }
    }
}
