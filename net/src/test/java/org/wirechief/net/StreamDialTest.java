package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The client's side, against our own listener and against sockets that misbehave.
final class StreamDialTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(100);

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void callsAndReadsAnswers(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var dial = StreamDial.connect(door.listener.local(), LONG)) {
            write(dial, "-a\n-", 1, 3);
            assertThat(read(dial, 4)).isEqualTo("<a>\n");

            write(dial, "b\n", 0, 2);
            assertThat(read(dial, 4)).isEqualTo("<b>\n");
            assertThat(dial.address()).isEqualTo(door.listener.local());
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void readsTheEndAfterHalfClose(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var dial = StreamDial.connect(door.listener.local(), LONG)) {
            write(dial, "a\n", 0, 2);
            dial.shutdownOutput();

            assertThat(read(dial, 4)).isEqualTo("<a>\n");
            assertThat(dial.read(new byte[1], 0, 1, LONG)).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void readStaysInItsPlace(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var dial = StreamDial.connect(door.listener.local(), LONG)) {
            write(dial, "a\n", 0, 2);
            byte[] bytes = {'x', 'x', 'x', 'x', 'x'};

            assertThat(dial.read(bytes, 1, 3, LONG)).isEqualTo(2);
            assertThat(bytes).containsExactly('x', '<', 'a', 'x', 'x');
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void readGivesUpInTimeAndGoesOnAfterwards(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var dial = StreamDial.connect(door.listener.local(), LONG)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> dial.read(new byte[1], 0, 1, SHORT)).isInstanceOf(SocketTimeoutException.class);
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT.toNanos());

            write(dial, "a\n", 0, 2);
            assertThat(read(dial, 4)).isEqualTo("<a>\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void writeGivesUpWhenNobodyReads(Carrier carrier) throws Exception {
        StreamHandler deaf = (connection, bytes, from, to) -> {
            connection.pause();
            return 0;
        };
        try (var door = Door.open(carrier, deaf);
                var dial = StreamDial.connect(door.listener.local(), LONG)) {
            byte[] large = new byte[100_000_000];

            assertThatThrownBy(() -> dial.write(large, 0, large.length, SHORT))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void writesMoreThanTheSocketHoldsWhileAnotherThreadReads(Carrier carrier) throws Exception {
        StreamHandler mirror = (connection, bytes, from, to) -> {
            connection.send(bytes, from, to);
            return to - from;
        };
        byte[] large = new byte[20_000_000];
        try (var door = Door.open(carrier, mirror);
                var dial = StreamDial.connect(door.listener.local(), LONG)) {
            var reading = CompletableFuture.supplyAsync(() -> count(dial, large.length));
            dial.write(large, 0, large.length);

            assertThat(reading.get(60, TimeUnit.SECONDS)).isEqualTo(large.length);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void closeWakesBlockedReads(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing())) {
            List<StreamDial> dials = new ArrayList<>();
            List<CompletableFuture<Throwable>> ends = new ArrayList<>();
            // many more than there are carrier threads
            for (int i = 0; i < 64; i++) {
                var dial = StreamDial.connect(door.listener.local(), LONG);
                dials.add(dial);
                ends.add(endOfBlockedRead(dial));
            }
            var other = new CountDownLatch(1);
            Thread.startVirtualThread(other::countDown);
            assertThat(other.await(60, TimeUnit.SECONDS))
                    .as("other virtual threads run")
                    .isTrue();

            for (StreamDial dial : dials) {
                dial.close();
            }
            for (CompletableFuture<Throwable> end : ends) {
                assertThat(end.get(60, TimeUnit.SECONDS)).isInstanceOf(ClosedChannelException.class);
            }
        }
    }

    @Test
    void interruptWakesBlockedRead() throws Exception {
        try (var door = Door.open(Carrier.UNIX, Lines.echoing());
                var dial = StreamDial.connect(door.listener.local(), LONG)) {
            var end = new CompletableFuture<Throwable>();
            var thread = Thread.startVirtualThread(() -> end.complete(blockedRead(dial)));
            Thread.sleep(50);
            thread.interrupt();

            assertThat(end.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedIOException.class);
            write(dial, "a\n", 0, 2);
            assertThat(read(dial, 4)).isEqualTo("<a>\n");
        }
    }

    @Test
    void useAfterCloseIsRefused() throws Exception {
        try (var door = Door.open(Carrier.UNIX, Lines.echoing())) {
            var dial = StreamDial.connect(door.listener.local(), LONG);
            dial.close();
            dial.close();

            assertThatThrownBy(() -> dial.read(new byte[1], 0, 1, LONG)).isInstanceOf(ClosedChannelException.class);
            assertThatThrownBy(() -> write(dial, "a\n", 0, 2)).isInstanceOf(ClosedChannelException.class);
        }
    }

    @Test
    void missingServerIsExplained() throws Exception {
        Path path = Door.freshDirectory().resolve("ctl");
        assertThatThrownBy(() -> StreamDial.connect(Address.unixStream(path.toString()), LONG))
                .isInstanceOf(ConnectException.class)
                .hasMessage("cannot connect to unixs:" + path + ": there is no such file; is the server running?");

        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        assertThatThrownBy(() -> StreamDial.connect(Address.unixStream(path.toString()), LONG))
                .isInstanceOf(ConnectException.class)
                .hasMessage("cannot connect to unixs:" + path + ": nobody answers there; is the server running?");
    }

    @Test
    void refusedPortIsExplained() throws Exception {
        int port;
        try (var server = new ServerSocket()) {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            port = server.getLocalPort();
        }

        assertThatThrownBy(() -> StreamDial.connect(Address.tcp("127.0.0.1", port), LONG))
                .isInstanceOf(ConnectException.class)
                .hasMessage("cannot connect to tcp:127.0.0.1:" + port
                        + ": Connection refused; is the server running, and is it the right port?");
    }

    @Test
    void missingPermissionIsExplained() throws Exception {
        assumeThat("root".equals(System.getProperty("user.name")))
                .as("root may connect everywhere")
                .isFalse();
        Path path = Door.freshDirectory().resolve("ctl");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setAttribute(path, "unix:mode", 0);

            assertThatThrownBy(() -> StreamDial.connect(Address.unixStream(path.toString()), LONG))
                    .hasMessageStartingWith("cannot connect to unixs:" + path + ": permission denied for uid ");
        }
    }

    @Test
    void fullBacklogIsWaitedForWithinTheTime() throws Exception {
        Path path = Door.freshDirectory().resolve("ctl");
        try (var busy = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            busy.bind(UnixDomainSocketAddress.of(path), 1);
            List<StreamDial> waiting = new ArrayList<>();

            assertThatThrownBy(() -> {
                        while (waiting.size() < 10) {
                            waiting.add(StreamDial.connect(Address.unixStream(path.toString()), SHORT));
                        }
                    })
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("cannot connect to unixs:" + path + " in time: the server accepts nobody");

            assertThat(waiting).hasSize(2);
            for (StreamDial dial : waiting) {
                dial.close();
            }
        }
    }

    @Test
    void datagramSocketIsExplained() throws Exception {
        var datagram = new Address(Transport.UNIX_DATAGRAM, "/tmp/x", 0, "unixd:/tmp/x");

        assertThatThrownBy(() -> StreamDial.connect(datagram, LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unixd:/tmp/x is no stream; allowed are tcp and unixs");
    }

    @Test
    void unknownHostIsExplained() {
        assertThatThrownBy(() -> StreamDial.connect(Address.tcp("no-such-host.invalid", 1), LONG))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot connect to tcp:no-such-host.invalid:1:"
                        + " the host name no-such-host.invalid cannot be resolved");
    }

    private static CompletableFuture<Throwable> endOfBlockedRead(StreamDial dial) {
        var end = new CompletableFuture<Throwable>();
        Thread.startVirtualThread(() -> end.complete(blockedRead(dial)));
        return end;
    }

    private static Throwable blockedRead(StreamDial dial) {
        try {
            return new AssertionError("read " + dial.read(new byte[1], 0, 1, Duration.ZERO));
        } catch (IOException e) {
            return e;
        }
    }

    private static void write(StreamDial dial, String text, int from, int to) throws IOException {
        dial.write(text.getBytes(StandardCharsets.ISO_8859_1), from, to);
    }

    private static String read(StreamDial dial, int length) throws IOException {
        byte[] bytes = new byte[length];
        int at = 0;
        while (at < length) {
            int n = dial.read(bytes, at, length, LONG);
            if (n < 0) {
                break;
            }
            at += n;
        }
        return new String(bytes, 0, at, StandardCharsets.ISO_8859_1);
    }

    private static int count(StreamDial dial, int expected) {
        try {
            byte[] bytes = new byte[100_000];
            int total = 0;
            while (total < expected) {
                total += dial.read(bytes, 0, bytes.length, LONG);
            }
            return total;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
