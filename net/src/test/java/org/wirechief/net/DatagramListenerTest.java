package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several threads on one Unix socket. Peers that do not take their answers are in
/// UnixDatagramParkingTest.
final class DatagramListenerTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void oneReaderAnswersInOrder() throws Exception {
        try (var door = DatagramDoor.readBy(1, DatagramLimits.DEFAULT, DatagramDoor.ECHO);
                var client = UnixClient.withAbstractName().connect(door.path)) {
            for (int i = 0; i < 100; i++) {
                client.send(String.valueOf(i).getBytes(UTF_8));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(client.receive()).asString().isEqualTo(String.valueOf(i));
            }
        }
    }

    @Test
    void readersWhoseHandlersWaitLeaveTheRestToTheOthers() throws Exception {
        var going = new Semaphore(0);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        DatagramHandler handler = (peer, bytes, from, to, replies) -> {
            threads.add(Thread.currentThread().toString());
            if (bytes[from] == 's') {
                going.acquireUninterruptibly();
            }
            replies.send(peer, bytes, from, to);
        };
        try (var door = DatagramDoor.readBy(3, DatagramLimits.DEFAULT, handler);
                var slow = UnixClient.withAbstractName();
                var quick = UnixClient.withAbstractName()) {
            slow.send(door.path, "slow 1".getBytes(UTF_8));
            slow.send(door.path, "slow 2".getBytes(UTF_8));
            for (int i = 0; i < 50; i++) {
                assertThat(quick.ask(door.path, "quick " + i)).isEqualTo("quick " + i);
            }
            going.release(2);

            assertThat(slow.receive()).asString().startsWith("slow");
            assertThat(slow.receive()).asString().startsWith("slow");
            assertThat(threads).hasSize(3);
        }
    }

    @Test
    void answersExpireWhileEveryReaderIsBusy() throws Exception {
        var going = new CountDownLatch(1);
        DatagramHandler handler = (peer, bytes, from, to, replies) -> {
            if (bytes[from] == 's') {
                awaitUninterruptibly(going);
            }
            replies.send(peer, bytes, from, to);
        };
        try (var door = DatagramDoor.readBy(1, DatagramDoor.expiringAfter(SHORT), handler);
                var client = UnixClient.withAbstractName()) {
            for (int i = 0; i < 30; i++) {
                client.send(door.path, new byte[] {'q'});
            }
            await().until(() -> door.counters.received.sum() == 30);
            client.send(door.path, new byte[] {'s'});

            await().untilAsserted(
                            () -> assertThat(door.counters.repliesExpired.sum()).isEqualTo(19));
            going.countDown();
        }
    }

    @Test
    void timeoutCanBeChanged() throws Exception {
        try (var door = DatagramDoor.readBy(1, DatagramDoor.expiringAfter(LONG), DatagramDoor.ECHO);
                var client = UnixClient.withAbstractName()) {
            door.listener.changeReplyTimeout(SHORT);
            for (int i = 0; i < 30; i++) {
                client.send(door.path, new byte[1]);
            }

            await().untilAsserted(
                            () -> assertThat(door.counters.repliesExpired.sum()).isEqualTo(19));
        }
    }

    @Test
    void whatIsTooLongIsToldWithItsBeginning() throws Exception {
        DatagramHandler handler = new DatagramHandler() {
            @Override
            public void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
                answer(peer, "took " + (to - from), replies);
            }

            @Override
            public void tooLong(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
                answer(peer, "too long, begins with " + bytes[from] + " and " + (to - from), replies);
            }

            private void answer(DatagramPeer peer, String text, DatagramReplies replies) {
                replies.send(peer, text.getBytes(UTF_8), 0, text.length());
            }
        };
        var limits = DatagramLimits.DEFAULT.withMaxRequest(1000);
        try (var door = DatagramDoor.readBy(2, limits, handler);
                var client = UnixClient.withAbstractName().connect(door.path)) {
            byte[] longest = new byte[1000];
            byte[] longer = new byte[1001];
            longer[0] = 7;
            client.send(longest);
            assertThat(client.receive()).asString().isEqualTo("took 1000");
            client.send(longer);
            assertThat(client.receive()).asString().isEqualTo("too long, begins with 7 and 1000");
            client.send(new byte[0]);
            assertThat(client.receive()).asString().isEqualTo("took 0");
            assertThat(door.counters.tooLong.sum()).isEqualTo(1);
        }
    }

    @Test
    void handlerThatFailsConcernsItsDatagramOnly() throws Exception {
        DatagramHandler handler = (peer, bytes, from, to, replies) -> {
            if (bytes[from] == 'x') {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("on purpose");
            }
            replies.send(peer, bytes, from, to);
        };
        try (var door = DatagramDoor.readBy(1, DatagramLimits.DEFAULT, handler);
                var client = UnixClient.withAbstractName()) {
            client.send(door.path, "x".getBytes(UTF_8));

            assertThat(client.ask(door.path, "hello")).isEqualTo("hello");
            assertThat(door.counters.handlerErrors.sum()).isEqualTo(1);
        }
    }

    @Test
    void unboundPeersAreCounted() throws Exception {
        try (var door = DatagramDoor.readBy(1, DatagramLimits.DEFAULT, DatagramDoor.ECHO);
                var client = UnixClient.unbound()) {
            client.send(door.path, new byte[1]);

            await().untilAsserted(() ->
                    assertThat(door.counters.repliesUnaddressable.sum()).isEqualTo(1));
        }
    }

    @Test
    void draining() throws Exception {
        var begun = new CountDownLatch(1);
        var going = new CountDownLatch(1);
        DatagramHandler handler = (peer, bytes, from, to, replies) -> {
            begun.countDown();
            awaitUninterruptibly(going);
            replies.send(peer, bytes, from, to);
        };
        try (var door = DatagramDoor.readBy(2, DatagramLimits.DEFAULT, handler);
                var client = UnixClient.withAbstractName()) {
            client.send(door.path, "last".getBytes(UTF_8));
            begun.await();
            Thread.ofPlatform().start(() -> {
                await().until(() -> Files.notExists(door.path));
                going.countDown();
            });

            assertThat(door.listener.drain(Duration.ofSeconds(60))).isTrue();
            assertThat(client.receive()).asString().isEqualTo("last");
            assertThatThrownBy(() -> client.send(door.path, new byte[1])).hasMessageContaining("ENOENT");
        }
    }

    @Test
    void drainingAnswersTheBatchOfASingleReader() throws Exception {
        var begun = new Semaphore(0);
        var going = new Semaphore(0);
        DatagramHandler handler = (peer, bytes, from, to, replies) -> {
            begun.release();
            going.acquireUninterruptibly();
            replies.send(peer, bytes, from, to);
        };
        try (var door = DatagramDoor.readBy(1, DatagramLimits.DEFAULT, handler);
                var client = UnixClient.withAbstractName()) {
            client.send(door.path, "0".getBytes(UTF_8));
            begun.acquire();
            for (int i = 1; i <= 5; i++) {
                client.send(door.path, String.valueOf(i).getBytes(UTF_8));
            }
            going.release();
            begun.acquire();
            Thread.ofPlatform().start(() -> {
                await().until(() -> Files.notExists(door.path));
                going.release(5);
            });

            assertThat(door.listener.drain(Duration.ofSeconds(60))).isTrue();
            for (int i = 0; i <= 5; i++) {
                assertThat(client.receive()).asString().isEqualTo(String.valueOf(i));
            }
        }
    }

    @Test
    void answersOfOtherThreadsDoNotWaitForTheBatch() throws Exception {
        var begun = new Semaphore(0);
        var going = new Semaphore(0);
        DatagramHandler handler = (peer, bytes, from, to, replies) -> {
            begun.release();
            switch (bytes[from]) {
                case 'x' -> {
                    byte[] answer = Arrays.copyOfRange(bytes, from, to);
                    CompletableFuture.runAsync(() -> replies.send(peer, answer, 0, answer.length))
                            .join();
                }
                case 'w' -> going.acquireUninterruptibly();
                default -> replies.send(peer, bytes, from, to);
            }
        };
        try (var door = DatagramDoor.readBy(1, DatagramLimits.DEFAULT, handler);
                var client = UnixClient.withAbstractName()) {
            client.send(door.path, "w".getBytes(UTF_8));
            begun.acquire();
            for (String text : List.of("x", "w", "last")) {
                client.send(door.path, text.getBytes(UTF_8));
            }
            going.release();

            assertThat(client.receive()).asString().isEqualTo("x");
            going.release();
            assertThat(client.receive()).asString().isEqualTo("last");
        }
    }

    @Test
    void answersMadeElsewhereMayFollowTheReadersEnd() throws Exception {
        var begun = new CountDownLatch(1);
        var going = new CountDownLatch(1);
        var late = new CompletableFuture<Runnable>();
        DatagramHandler handler = (peer, bytes, from, to, replies) -> {
            begun.countDown();
            awaitUninterruptibly(going);
            byte[] answer = Arrays.copyOfRange(bytes, from, to);
            late.complete(() -> replies.send(peer, answer, 0, answer.length));
        };
        try (var door = DatagramDoor.readBy(2, DatagramLimits.DEFAULT, handler);
                var client = UnixClient.withAbstractName()) {
            var readers = door.listener;
            client.send(door.path, "late".getBytes(UTF_8));
            begun.await();
            assertThat(readers.finishReading(SHORT)).isFalse();
            going.countDown();
            assertThat(readers.finishReading(LONG)).isTrue();
            assertThat(late).isDone();

            late.join().run();

            assertThat(readers.drain(LONG)).isTrue();
            assertThat(client.receive()).asString().isEqualTo("late");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void closingEndsTheReadersAndRemovesTheFile(int readers) throws Exception {
        var door = DatagramDoor.readBy(readers, DatagramLimits.DEFAULT, DatagramDoor.ECHO);
        var ids = door.listener.threadIds();
        assertThat(ids).hasSize(readers).doesNotHaveDuplicates();

        door.close();
        door.close();

        assertThat(door.path).doesNotExist();
        ids.forEach(id -> await().untilAsserted(
                        () -> assertThat(Path.of("/proc/self/task/" + id)).doesNotExist()));
    }

    @Test
    void handlerMayClose() throws Exception {
        var listener = new CompletableFuture<DatagramListener>();
        DatagramHandler handler =
                (peer, bytes, from, to, replies) -> listener.join().close();
        try (var door = DatagramDoor.readBy(2, DatagramLimits.DEFAULT, handler);
                var client = UnixClient.withAbstractName()) {
            listener.complete(door.listener);
            client.send(door.path, new byte[1]);

            await().until(() -> Files.notExists(door.path));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 257})
    void numbersOfReadersThatCannotBe(int readers) {
        assertThatThrownBy(() -> DatagramDoor.readBy(readers, DatagramLimits.DEFAULT, DatagramDoor.ECHO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(readers + " readers");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
