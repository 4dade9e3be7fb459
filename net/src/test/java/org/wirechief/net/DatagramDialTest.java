package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The client's side of datagrams.
final class DatagramDialTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(50);

    @Test
    void unixWithAbstractName() throws Exception {
        var peers = new LinkedBlockingQueue<DatagramPeer>();
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
                    peers.add(peer);
                    replies.send(peer, bytes, from, to);
                });
                var dial = dial(door)) {
            assertThat(ask(dial, "hello")).isEqualTo("hello");
            assertThat(ask(dial, "again")).isEqualTo("again");

            assertThat(peers.take().address()).startsWith("@");
            assertThat(dial.address()).hasToString("unixd:" + door.path);
        }
    }

    @Test
    void unixWithFileThatEveryServerMayWriteTo() throws Exception {
        Path folder = Door.freshDirectory();
        try (var door = DatagramDoor.echo();
                var dial = DatagramDial.connect(Address.unixDatagram(door.path.toString()), folder)) {
            assertThat(ask(dial, "hello")).isEqualTo("hello");

            try (var files = Files.list(folder)) {
                Path file = files.findFirst().orElseThrow();
                assertThat(Files.getAttribute(file, "unix:mode")).isEqualTo(0140666);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fileIsRemovedWhenConnectingFails() {
        Path folder = Door.freshDirectory();
        var nowhere = Address.unixDatagram(folder.resolve("nowhere").toString());

        assertThatThrownBy(() -> DatagramDial.connect(nowhere, folder)).isInstanceOf(ConnectException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void onlyTheServerIsHeard() throws Exception {
        try (var door = DatagramDoor.echo();
                var dial = DatagramDial.connect(Address.unixDatagram(door.path.toString()), door.path.getParent());
                var stranger = UnixClient.withAbstractName()) {
            try (var files = Files.list(door.path.getParent())) {
                Path file = files.filter(f -> f.getFileName().toString().startsWith(".chief-"))
                        .findFirst()
                        .orElseThrow();
                assertThatThrownBy(() -> stranger.send(file, "forged".getBytes(UTF_8)))
                        .hasMessageContaining("EPERM");
            }
            assertThat(ask(dial, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void unixDatagramsMayBeEmpty() throws Exception {
        try (var door = DatagramDoor.echo();
                var dial = DatagramDial.connect(Address.unixDatagram(door.path.toString()))) {
            assertThat(ask(dial, "")).isEmpty();
            assertThat(ask(dial, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void udp() throws Exception {
        try (var listener = DatagramListener.open(
                        DatagramReaders.one("udp dial test", DatagramDoor.ECHO),
                        Address.udp("127.0.0.1", 0),
                        FileAccess.PRIVATE,
                        DatagramLimits.DEFAULT,
                        new NetCounters());
                var dial = DatagramDial.connect(
                        Address.udp("127.0.0.1", listener.local().port()))) {
            assertThat(ask(dial, "hello")).isEqualTo("hello");
            assertThatThrownBy(() -> dial.send(new byte[1], 1, 1, SOON)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> dial.receive(new byte[1], 0, 1, SOON)).isInstanceOf(SocketTimeoutException.class);
            dial.send(new byte[20], 0, 20, PATIENCE);
            assertThatThrownBy(() -> dial.receive(new byte[10], 0, 10, PATIENCE))
                    .hasMessageContaining("longer than 10 bytes");
            assertThat(ask(dial, "as usable as before")).isEqualTo("as usable as before");
        }
    }

    @Test
    void udpWhereNobodyListens() throws Exception {
        int port;
        try (var socket = new DatagramSocket()) {
            port = socket.getLocalPort();
        }
        try (var dial = DatagramDial.connect(Address.udp("127.0.0.1", port))) {
            dial.send(new byte[1], 0, 1, PATIENCE);

            assertThatThrownBy(() -> dial.receive(new byte[1], 0, 1, PATIENCE))
                    .isInstanceOf(ConnectException.class)
                    .hasMessage("cannot connect to udp:127.0.0.1:" + port
                            + ": nobody listens there; is the server running, and is it the right port?");
        }
    }

    @Test
    void unixWhereNobodyListens() throws Exception {
        Path path = Door.freshDirectory().resolve("nobody");
        var address = Address.unixDatagram(path.toString());
        assertThatThrownBy(() -> DatagramDial.connect(address))
                .isInstanceOf(ConnectException.class)
                .hasMessage("cannot connect to unixd:" + path + ": there is no such file; is the server running?");

        UnixClient.at(path).close();
        assertThatThrownBy(() -> DatagramDial.connect(address))
                .hasMessage("cannot connect to unixd:" + path + ": nobody answers there; is the server running?");

        Files.delete(path);
        try (var stream = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stream.bind(UnixDomainSocketAddress.of(path));
            assertThatThrownBy(() -> DatagramDial.connect(address))
                    .hasMessage("cannot connect to unixd:" + path + ": a socket of another type is there; try unixs");
        }
        var tooLong = Address.unixDatagram("/tmp/" + "x".repeat(200));
        assertThatThrownBy(() -> DatagramDial.connect(tooLong))
                .isInstanceOf(ConnectException.class)
                .hasMessageEndingWith("a socket's path has 1 to 108 bytes, and this has 205");
    }

    @Test
    void serverThatEnds() throws Exception {
        try (var door = DatagramDoor.echo();
                var dial = dial(door)) {
            ask(dial, "hello");
            door.listener.close();

            assertThatThrownBy(() -> dial.send(new byte[1], 0, 1, PATIENCE))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageEndingWith("has the server ended? connect again");
        }
    }

    @Test
    void serverThatDoesNotRead() throws Exception {
        var leave = new CountDownLatch(1);
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
                    awaitOf(leave);
                    replies.send(peer, bytes, from, to);
                });
                var dial = dial(door)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            dial.send(new byte[1], 0, 1, SOON);
                        }
                    })
                    .isInstanceOf(SocketTimeoutException.class);
            leave.countDown();

            assertThat(dial.receive(new byte[1], 0, 1, PATIENCE)).isEqualTo(1);
            dial.send(new byte[1], 0, 1, PATIENCE);
        }
    }

    @Test
    void datagramLongerThanTheRoom() throws Exception {
        try (var door = DatagramDoor.echo();
                var dial = dial(door)) {
            dial.send(new byte[20], 0, 20, PATIENCE);

            assertThatThrownBy(() -> dial.receive(new byte[30], 20, 30, PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("longer than 10 bytes and was lost");
            assertThat(ask(dial, "as usable as before")).isEqualTo("as usable as before");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void timeouts(boolean virtual) throws Exception {
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {});
                var dial = dial(door)) {
            Throwable failure = inThread(virtual, () -> dial.receive(new byte[1], 0, 1, SOON))
                    .join();

            assertThat(failure)
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("the time to wait for unixd:" + door.path + " is over");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closingWakesWhoWaits(boolean virtual) throws Exception {
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {})) {
            var dial = dial(door);
            var waiting = inThread(virtual, () -> dial.receive(new byte[1], 0, 1, Duration.ZERO));
            Thread.sleep(50);
            assertThat(waiting).isNotCompleted();

            dial.close();

            assertThat(waiting.join()).isInstanceOf(ClosedChannelException.class);
            dial.close();
            assertThatThrownBy(() -> dial.send(new byte[1], 0, 1, SOON)).isInstanceOf(ClosedChannelException.class);
        }
    }

    @Test
    void answersAreReadWhileSendingFromAnotherThread() throws Exception {
        int count = 5000;
        try (var door = DatagramDoor.echo();
                var dial = dial(door)) {
            var sender = inThread(true, () -> {
                for (int i = 0; i < count; i++) {
                    byte[] bytes = String.valueOf(i).getBytes(UTF_8);
                    dial.send(bytes, 0, bytes.length, PATIENCE);
                }
            });
            byte[] room = new byte[10];
            for (int i = 0; i < count; i++) {
                int length = dial.receive(room, 0, room.length, PATIENCE);
                assertThat(new String(room, 0, length, UTF_8)).isEqualTo(String.valueOf(i));
            }
            assertThat(sender.join()).isNull();
        }
    }

    @Test
    void streamsAreRefused() {
        assertThatThrownBy(() -> DatagramDial.connect(Address.tcp("127.0.0.1", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tcp:127.0.0.1:1 is no datagram address; allowed are unixd and udp");
        assertThatThrownBy(() -> DatagramDial.connect(Address.udp("127.0.0.1", 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DatagramDial.connect(Address.udp("127.0.0.1", 1), Path.of("/tmp")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private interface Action {
        void run() throws Exception;
    }

    /// Completes with what the action threw, or null.
    private static CompletableFuture<Throwable> inThread(boolean virtual, Action action) {
        var outcome = new CompletableFuture<Throwable>();
        Runnable task = () -> {
            try {
                action.run();
                outcome.complete(null);
            } catch (Throwable t) {
                outcome.complete(t);
            }
        };
        if (virtual) {
            Thread.ofVirtual().start(task);
        } else {
            Thread.ofPlatform().daemon().start(task);
        }
        return outcome;
    }

    private static DatagramDial dial(DatagramDoor door) throws IOException {
        return DatagramDial.connect(Address.unixDatagram(door.path.toString()));
    }

    private static String ask(DatagramDial dial, String text) throws IOException {
        byte[] request = text.getBytes(UTF_8);
        dial.send(request, 0, request.length, PATIENCE);
        byte[] room = new byte[65535];
        int length = dial.receive(room, 100, room.length, PATIENCE);
        return new String(room, 100, length, UTF_8);
    }

    private static void awaitOf(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
