package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatagramSenderTest {
    /// More than a receiver's queue takes.
    private static final int MANY = 500;

    private final Path directory = Door.freshDirectory();
    private final NetCounters counters = new NetCounters();

    private DatagramSender sender(Duration patience, Supplier<Duration> chore) throws IOException {
        return DatagramSender.open("test sender", new SenderLimits(patience, 1 << 20), chore, counters, failure -> {
            throw new AssertionError(failure);
        });
    }

    private DatagramSender sender(Duration patience) throws IOException {
        return sender(patience, () -> Duration.ofSeconds(1));
    }

    private static void assertReceived(UnixClient receiver, int from, int to) throws IOException {
        for (int n = from; n < to; n++) {
            assertThat(new String(receiver.receive(), UTF_8)).isEqualTo(Integer.toString(n));
        }
    }

    @Test
    void aReceiverThatReadsLateGetsEverythingInOrderAndHoldsNobodyUp() throws Exception {
        DatagramSender sender = sender(Duration.ofMinutes(1));
        try (UnixClient late = UnixClient.at(directory.resolve("late"));
                UnixClient prompt = UnixClient.at(directory.resolve("prompt"))) {
            SenderLine toLate = SenderLine.to(directory.resolve("late"));
            SenderLine toPrompt = SenderLine.to(directory.resolve("prompt"));

            toLate.put(sender, 0, MANY);
            toPrompt.put(sender, 0, MANY);

            assertReceived(prompt, 0, MANY);
            assertThat(toLate.settled()).isLessThan(MANY);
            toLate.put(sender, MANY, MANY + 10);
            assertReceived(late, 0, MANY + 10);
            assertThat(counters.datagrams.repliesParked.sum()).isPositive();
        } finally {
            assertThat(sender.drain(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(counters.datagrams.sent.sum()).isEqualTo(2 * MANY + 10);
    }

    /// Datagrams of which the sender's buffer holds fewer than a receiver's queue, and one receiver
    /// whose name the kernel does not know.
    @Test
    void oneThatSleepsUnderAnotherNameDoesNotTakeTheBufferFromTheOthers() throws Exception {
        DatagramSender sender = DatagramSender.open(
                "test sender",
                new SenderLimits(Duration.ofMinutes(1), 212_992),
                () -> Duration.ofSeconds(1),
                counters,
                failure -> {
                    throw new AssertionError(failure);
                });
        try (UnixClient _ = UnixClient.at(directory.resolve("staged"));
                UnixClient prompt = UnixClient.at(directory.resolve("prompt"))) {
            Files.move(directory.resolve("staged"), directory.resolve("sleeper"));
            SenderLine toSleeper = SenderLine.to(directory.resolve("sleeper"));
            SenderLine toPrompt = SenderLine.to(directory.resolve("prompt"));
            for (int n = 0; n < 200; n++) {
                toSleeper.putLong(sender, 40_000);
                toPrompt.putLong(sender, 40_000);
            }
            for (int n = 0; n < 200; n++) {
                assertThat(prompt.receive()).hasSize(40_000);
            }
            assertThat(toSleeper.settled()).isLessThan(10);
        } finally {
            sender.close();
        }
    }

    /// More than the system has for everybody is granted to root only.
    @Test
    void whatTheSystemGrantsOfTheBufferIsTold() throws Exception {
        // in lines: such a file is there for the first read only
        int most = Integer.parseInt(
                Files.readAllLines(Path.of("/proc/sys/net/core/wmem_max")).getFirst());
        for (int asked : List.of(most / 2, most + 100_000)) {
            DatagramSender sender = DatagramSender.open(
                    "test sender",
                    new SenderLimits(Duration.ofMinutes(1), asked),
                    () -> Duration.ofSeconds(1),
                    counters,
                    failure -> {
                        throw new AssertionError(failure);
                    });
            try {
                assertThat(sender.sendBuffer()).isIn(asked, Math.min(asked, most));
            } finally {
                sender.close();
            }
        }
    }

    @Test
    void whoeverSleepsIsGivenUpSoonWhenAllIsToEnd() throws Exception {
        DatagramSender sender = sender(Duration.ofMinutes(1));
        try (UnixClient _ = UnixClient.at(directory.resolve("silent"))) {
            SenderLine line = SenderLine.to(directory.resolve("silent"));
            line.put(sender, 0, MANY);
            Waiting.until(() -> line.sent.get() > 0);

            assertThat(sender.drain(Duration.ofMinutes(1))).isTrue();

            assertThat(line.settled()).isEqualTo(MANY);
        }
    }

    @Test
    void whatWaitsForOneThatNeverReadsIsGivenUp() throws Exception {
        DatagramSender sender = sender(Duration.ofMillis(200));
        try (UnixClient silent = UnixClient.at(directory.resolve("silent"))) {
            SenderLine line = SenderLine.to(directory.resolve("silent"));

            line.put(sender, 0, MANY);
            Waiting.until(() -> line.settled() == MANY);

            assertThat(line.failed.get()).isPositive();
            assertReceived(silent, 0, line.sent.get());
            line.put(sender, MANY, MANY + 1);
            assertReceived(silent, MANY, MANY + 1);
        } finally {
            sender.close();
        }
    }

    @Test
    void oneThatIsNotThereFailsAtOnceAndIsFoundWhenItComes() throws Exception {
        DatagramSender sender = sender(Duration.ofMinutes(1));
        SenderLine line = SenderLine.to(directory.resolve("absent"));

        line.put(sender, 0, 20);
        Waiting.until(() -> line.failed.get() == 20);
        try (UnixClient there = UnixClient.at(directory.resolve("absent"))) {
            line.put(sender, 20, 21);
            assertReceived(there, 20, 21);
        } finally {
            sender.close();
        }
        assertThat(counters.datagrams.repliesPeerGone.sum()).isEqualTo(20);
    }

    @Test
    void anAbstractNameIsAReceiverToo() throws Exception {
        DatagramSender sender = sender(Duration.ofMinutes(1));
        try (UnixClient client = UnixClient.withAbstractName()) {
            byte[] name = client.name().bytes();
            byte[] withoutNul = Arrays.copyOfRange(name, 1, name.length);

            new SenderLine(DatagramPeer.withAbstractName(withoutNul)).put(sender, 0, 3);

            assertReceived(client, 0, 3);
        } finally {
            sender.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void udpReceiversSeeOnePort(String host) throws Exception {
        DatagramSender sender = sender(Duration.ofMinutes(1));
        InetAddress bound = InetAddress.getByName(host);
        try (DatagramSocket first = new DatagramSocket(0, bound);
                DatagramSocket second = new DatagramSocket(0, bound)) {
            for (DatagramSocket socket : new DatagramSocket[] {first, second}) {
                socket.setSoTimeout(20_000);
                Address address = Address.udp(host, socket.getLocalPort());
                new SenderLine(DatagramPeer.resolved(address)).put(sender, 0, 2);
                for (int n = 0; n < 2; n++) {
                    DatagramPacket packet = received(socket);
                    assertThat(text(packet)).isEqualTo(Integer.toString(n));
                    assertThat(packet.getPort()).isEqualTo(sender.sourcePort());
                    assertThat(sender.isOwn((InetSocketAddress) packet.getSocketAddress()))
                            .isTrue();
                }
            }
        } finally {
            sender.close();
        }
    }

    /// Longer than any datagram over UDP: the kernel stops a batch there.
    @Test
    void whatCannotLeaveOverUdpFailsAloneAndTheRestArrivesInOrder() throws Exception {
        DatagramSender sender = sender(Duration.ofMinutes(1));
        InetAddress host = InetAddress.ofLiteral("127.0.0.1");
        try (DatagramSocket first = new DatagramSocket(0, host);
                DatagramSocket second = new DatagramSocket(0, host)) {
            List<SenderLine> lines = new ArrayList<>();
            for (DatagramSocket socket : List.of(first, second)) {
                socket.setSoTimeout(20_000);
                var peer = DatagramPeer.udp(new InetSocketAddress(host, socket.getLocalPort()));
                SenderLine line = new SenderLine(peer);
                lines.add(line);
                line.put(sender, 0, 20);
                line.putLong(sender, 70_000);
                line.put(sender, 20, MANY);
                // a port's buffer need not hold them all
                for (int n = 0; n < 20; n++) {
                    assertThat(text(received(socket))).isEqualTo(Integer.toString(n));
                }
                Waiting.until(() -> line.settled() == MANY + 1);
            }

            assertThat(lines).allMatch(line -> line.failed.get() == 1 && line.sent.get() == MANY);
            assertThat(text(received(first))).isEqualTo("20");
            assertThat(text(received(second))).isEqualTo("20");
            assertThat(counters.datagrams.sendErrors.sum()).isEqualTo(2);
        } finally {
            sender.close();
        }
    }

    private static DatagramPacket received(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        socket.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), UTF_8);
    }

    @Test
    void theChoreIsDoneInTimeThoughNothingIsSent() throws Exception {
        AtomicInteger done = new AtomicInteger();
        DatagramSender sender = sender(Duration.ofMinutes(1), () -> {
            done.incrementAndGet();
            return Duration.ofMillis(10);
        });
        Waiting.until(() -> done.get() > 5);
        sender.close();
    }

    @Test
    void aChoreThatHasTimeForEverIsDoneWhenSomethingHappensAndNotBefore() throws Exception {
        AtomicInteger done = new AtomicInteger();
        DatagramSender sender = sender(Duration.ofMinutes(1), () -> {
            done.incrementAndGet();
            return ChronoUnit.FOREVER.getDuration();
        });
        try {
            Waiting.until(() -> done.get() == 1);
            Thread.sleep(1_500);
            assertThat(done.get()).isEqualTo(1);

            sender.wake();
            Waiting.until(() -> done.get() == 2);
        } finally {
            sender.close();
        }
    }

    @Test
    void tasksRunOnTheThreadThatSendsAndWhatIsLeftOfThemAtItsEnd() throws Exception {
        BlockingQueue<String> ran = new LinkedBlockingQueue<>();
        CountDownLatch closing = new CountDownLatch(1);
        DatagramSender sender = sender(Duration.ofMinutes(1));

        assertThat(sender.runSoon(() -> {
                    ran.add(Thread.currentThread().getName());
                    try {
                        closing.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }))
                .isTrue();
        assertThat(ran.poll(20, TimeUnit.SECONDS)).isEqualTo("test sender");
        assertThat(sender.runSoon(() -> ran.add("left"))).isTrue();
        assertThat(sender.runSoon(() -> ran.add("over"))).isTrue();
        Thread closer = Thread.ofVirtual().start(sender::close);
        closing.countDown();
        closer.join();

        assertThat(ran).containsExactly("left", "over");
        assertThat(sender.runSoon(() -> ran.add("too late"))).isFalse();
        assertThat(ran).hasSize(2);
    }

    @Test
    void closingGivesUpWhatWaitsAndTakesNoMore() throws Exception {
        DatagramSender sender = sender(Duration.ofMinutes(1));
        try (UnixClient _ = UnixClient.at(directory.resolve("silent"))) {
            SenderLine line = SenderLine.to(directory.resolve("silent"));
            line.put(sender, 0, MANY);
            Waiting.until(() -> line.sent.get() > 0);

            assertThat(sender.drain(Duration.ofMillis(50))).isFalse();

            assertThat(line.settled()).isEqualTo(MANY);
            assertThat(SenderLine.to(directory.resolve("silent")).put(sender, 0, 1))
                    .isFalse();
        }
    }
}
