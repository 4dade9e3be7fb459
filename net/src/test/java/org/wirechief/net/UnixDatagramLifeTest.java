package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Stopping, draining and closing.
final class UnixDatagramLifeTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void closingEndsTheThreadAndRemovesTheFile() throws Exception {
        var door = DatagramDoor.echo();
        Path task = Path.of("/proc/self/task/" + door.listener.threadId());
        assertThat(task).exists();

        door.close();

        // the system takes a moment longer than the JVM
        await().untilAsserted(() -> assertThat(task).doesNotExist());
        assertThat(door.path).doesNotExist();
        assertThat(door.path.getParent()).isEmptyDirectory();
        door.close();
    }

    @Test
    void closingOpensThePathForTheNext() throws Exception {
        for (int i = 0; i < 20; i++) {
            var door = DatagramDoor.echo();
            door.close();
            try (var next = DatagramListener.open(
                    DatagramReaders.one("next", (peer, bytes, from, to, replies) -> {}),
                    Address.unixDatagram(door.path.toString()),
                    FileAccess.PRIVATE,
                    DatagramLimits.DEFAULT,
                    door.all)) {
                assertThat(door.path).exists();
                assertThat(next.threadId()).isPositive();
            }
        }
    }

    @Test
    void handlerMayClose() throws Exception {
        var listener = new AtomicReference<DatagramListener>();
        var calls = new CountDownLatch(1);
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
                    listener.get().close();
                    calls.countDown();
                });
                var client = UnixClient.withAbstractName()) {
            listener.set(door.listener);
            client.send(door.path, new byte[1]);

            calls.await();
            await().untilAsserted(() -> assertThat(Path.of("/proc/self/task/" + door.listener.threadId()))
                    .doesNotExist());
            assertThat(door.path).doesNotExist();
        }
    }

    @Test
    void closingWaitsForTheHandler() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
            entered.countDown();
            awaitOf(leave);
        });
        try (var client = UnixClient.withAbstractName()) {
            client.send(door.path, new byte[1]);
            entered.await();
            var closed = CompletableFuture.runAsync(door::close);
            assertThat(closed).isNotCompleted();

            leave.countDown();
            closed.join();
        }
    }

    @Test
    void whoStoppedReceivingStillAnswers() throws Exception {
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> peers.complete(peer));
                var client = UnixClient.withAbstractName().connect(door.path)) {
            client.send(new byte[1]);
            DatagramPeer peer = peers.join();

            assertThat(door.listener.finishReading(Duration.ofMinutes(1))).isTrue();
            door.replies().send(peer, "late".getBytes(UTF_8), 0, 4);

            assertThat(door.path).doesNotExist();
            assertThat(client.receive()).asString().isEqualTo("late");
            client.send(new byte[1]);
            assertThat(client.receive(Duration.ofMillis(100))).isEmpty();
            assertThat(door.counters.received.sum()).isEqualTo(1);
        }
    }

    private final CompletableFuture<DatagramPeer> peers = new CompletableFuture<>();

    @Test
    void drainingWaitsForWhatIsParked() throws Exception {
        var limits = DatagramDoor.expiringAfter(LONG);
        try (var door = new DatagramDoor(limits, (peer, bytes, from, to, replies) -> {
                    for (int i = 0; i < 20; i++) {
                        replies.send(peer, new byte[] {(byte) i}, 0, 1);
                    }
                });
                var client = UnixClient.withAbstractName()) {
            client.send(door.path, new byte[1]);
            await().untilAsserted(
                            () -> assertThat(door.counters.repliesParked.sum()).isEqualTo(9));

            var drained = CompletableFuture.supplyAsync(() -> drain(door, Duration.ofMinutes(1)));
            for (int i = 0; i < 20; i++) {
                assertThat(client.receive()).containsExactly((byte) i);
            }

            assertThat(drained.join()).isTrue();
            assertThat(door.path).doesNotExist();
        }
    }

    @Test
    void drainingEndsInTime() throws Exception {
        var limits = DatagramDoor.expiringAfter(LONG);
        try (var door = new DatagramDoor(limits, (peer, bytes, from, to, replies) -> {
                    for (int i = 0; i < 20; i++) {
                        replies.send(peer, new byte[1], 0, 1);
                    }
                });
                var client = UnixClient.withAbstractName()) {
            client.send(door.path, new byte[1]);
            await().untilAsserted(
                            () -> assertThat(door.counters.repliesParked.sum()).isEqualTo(9));

            assertThat(drain(door, Duration.ofMillis(50))).isFalse();

            assertThat(door.counters.repliesDropped.sum()).isEqualTo(9);
        }
    }

    @Test
    void drainingWithNothingToDo() throws Exception {
        try (var door = DatagramDoor.echo()) {
            assertThat(drain(door, Duration.ofMinutes(1))).isTrue();
            assertThat(drain(door, Duration.ofMinutes(1))).isTrue();
        }
    }

    @Test
    void drainingOnTheSocketsThreadIsRefused() throws Exception {
        var listener = new AtomicReference<DatagramListener>();
        var refusal = new CompletableFuture<Throwable>();
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
                    try {
                        listener.get().drain(Duration.ofSeconds(1));
                    } catch (IllegalStateException | InterruptedException e) {
                        refusal.complete(e);
                    }
                });
                var client = UnixClient.withAbstractName()) {
            listener.set(door.listener);
            client.send(door.path, new byte[1]);

            assertThat(refusal.join()).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void answersAfterTheEndAreCounted() throws Exception {
        var door = DatagramDoor.echo();
        try (var client = UnixClient.withAbstractName()) {
            client.ask(door.path, "hello");
            door.close();

            door.replies().send(DatagramPeer.of(client.name(), null), new byte[1], 0, 1);

            assertThat(door.counters.repliesDropped.sum()).isEqualTo(1);
        }
    }

    @Test
    void fileOfAnotherServerIsNotRemoved() throws Exception {
        var first = DatagramDoor.echo();
        Files.delete(first.path);
        try (var second = DatagramListener.open(
                DatagramReaders.one("second", DatagramDoor.ECHO),
                Address.unixDatagram(first.path.toString()),
                FileAccess.PRIVATE,
                DatagramLimits.DEFAULT,
                first.all)) {
            first.close();

            try (var client = UnixClient.withAbstractName()) {
                assertThat(client.ask(first.path, "second?")).isEqualTo("second?");
            }
            assertThat(second.address()).hasToString("unixd:" + first.path);
        }
        assertThat(first.path).doesNotExist();
    }

    @Test
    void otherTransportsAreRefused() {
        var stream = Address.unixStream("/tmp/x");
        var all = new NetCounters();

        assertThatThrownBy(() -> DatagramListener.open(
                        DatagramReaders.one("x", (p, b, f, t, r) -> {}),
                        stream,
                        FileAccess.PRIVATE,
                        DatagramLimits.DEFAULT,
                        all))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unixs:/tmp/x is no datagram address; allowed are unixd and udp");
    }

    private static boolean drain(DatagramDoor door, Duration timeout) {
        try {
            return door.listener.drain(timeout);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitOf(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
