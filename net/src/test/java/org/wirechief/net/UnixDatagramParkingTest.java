package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.net.linux.UnixName;

/// Peers that do not take their answers.
final class UnixDatagramParkingTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(200);

    /// A connected peer's queue has no limit of its own, one that is not connected takes 11. The
    /// smaller buffer is what a process without privileges gets on a usual system.
    @ParameterizedTest
    @CsvSource({
        "1, false, 4194304",
        "1, true, 4194304",
        "1, false, 212992",
        "1, true, 212992",
        "3, false, 4194304",
        "3, true, 4194304"
    })
    void hundredPeersThatDoNotReadChangeNothingForTheOthers(int readers, boolean connected, int sendBuffer)
            throws Exception {
        var limits = DatagramDoor.expiringAfter(SHORT).withSendBuffer(sendBuffer);
        var stalled = new ArrayList<UnixClient>();
        try (var door = DatagramDoor.readBy(readers, limits, DatagramDoor.ECHO);
                var good = UnixClient.withAbstractName().connect(door.path)) {
            for (int i = 0; i < 100; i++) {
                var client = UnixClient.withAbstractName();
                stalled.add(connected ? client.connect(door.path) : client);
            }
            for (int round = 0; round < 40; round++) {
                for (UnixClient client : stalled) {
                    client.send(door.path, new byte[1000]);
                }
                byte[] question = ("round " + round).getBytes(UTF_8);
                good.send(question);
                assertThat(good.receive()).isEqualTo(question);
            }

            await().untilAsserted(() -> assertThat(door.settled()).isEqualTo(40 + 40 * 100));
            assertThat(door.counters.sendErrors.sum()).isZero();
            if (!connected) {
                assertThat(door.counters.repliesExpired.sum()).isPositive();
            }
        } finally {
            stalled.forEach(UnixClient::close);
        }
    }

    /// Unread answers count against the sender's buffer, and Linux lets one connected peer fill it.
    @ParameterizedTest
    @ValueSource(ints = {100_000, 1_000_000})
    void onePeerCannotUseUpTheSendBuffer(int sendBuffer) throws Exception {
        var limits = DatagramDoor.expiringAfter(SHORT).withSendBuffer(sendBuffer);
        try (var door = new DatagramDoor(limits, DatagramDoor.ECHO);
                var stalled = UnixClient.withAbstractName().connect(door.path);
                var good = UnixClient.withAbstractName().connect(door.path)) {
            for (int i = 0; i < 400; i++) {
                stalled.send(new byte[60_000]);
            }
            for (int i = 0; i < 100; i++) {
                byte[] question = ("question " + i).getBytes(UTF_8);
                good.send(question);
                assertThat(good.receive()).isEqualTo(question);
            }

            await().untilAsserted(() -> assertThat(door.settled()).isEqualTo(500));
            assertThat(door.counters.repliesExpired.sum()).isPositive();
        }
    }

    /// The kernel stops a batch at the first answer it cannot send.
    @Test
    void whatFailsInABatchConcernsNobodyElseInIt() throws Exception {
        try (var one = UnixClient.withAbstractName();
                var other = UnixClient.withAbstractName();
                var third = UnixClient.withAbstractName();
                var full = UnixClient.withAbstractName()) {
            var gone = UnixClient.path(Path.of("/nonexistent/socket"));
            var names = List.of(one.name(), full.name(), other.name(), full.name(), gone, third.name());
            sendToAll(names, one, full, other, third);
        }
    }

    private static void sendToAll(
            List<UnixName> names, UnixClient one, UnixClient full, UnixClient other, UnixClient third)
            throws Exception {
        try (var door = new DatagramDoor(DatagramDoor.expiringAfter(LONG), (peer, bytes, from, to, replies) -> {
            names.forEach(name -> replies.send(DatagramPeer.of(name, null), bytes, from, to));
        })) {
            for (int i = 0; i < 11; i++) {
                one.send(full.name(), new byte[1]);
            }
            one.send(door.path, new byte[] {7});

            assertThat(one.receive()).containsExactly(7);
            assertThat(other.receive()).containsExactly(7);
            assertThat(third.receive()).containsExactly(7);
            await().untilAsserted(() -> assertThat(door.counters.sent.sum()).isEqualTo(3));
            assertThat(door.counters.repliesParked.sum()).isEqualTo(2);
            assertThat(door.counters.repliesPeerGone.sum()).isEqualTo(1);
        }
    }

    @Test
    void parkedAnswersArriveInOrderOnceThePeerReads() throws Exception {
        try (var door = new DatagramDoor(DatagramDoor.expiringAfter(LONG), DatagramDoor.ECHO);
                var client = UnixClient.withAbstractName()) {
            for (int i = 0; i < 50; i++) {
                client.send(door.path, String.valueOf(i).getBytes(UTF_8));
            }
            await().untilAsserted(
                            () -> assertThat(door.counters.repliesParked.sum()).isEqualTo(39));

            for (int i = 0; i < 50; i++) {
                assertThat(client.receive()).asString().isEqualTo(String.valueOf(i));
            }
            assertThat(door.counters.repliesDropped.sum()).isZero();
        }
    }

    @Test
    void parkedAnswersExpire() throws Exception {
        try (var door = new DatagramDoor(DatagramDoor.expiringAfter(SHORT), DatagramDoor.ECHO);
                var client = UnixClient.withAbstractName()) {
            for (int i = 0; i < 30; i++) {
                client.send(door.path, String.valueOf(i).getBytes(UTF_8));
            }

            await().untilAsserted(
                            () -> assertThat(door.counters.repliesExpired.sum()).isEqualTo(19));
            for (int i = 0; i < 11; i++) {
                assertThat(client.receive()).asString().isEqualTo(String.valueOf(i));
            }
            assertThat(client.ask(door.path, "as if nothing had been")).isEqualTo("as if nothing had been");
        }
    }

    @Test
    void newestIsDroppedBeyondTheBoundOfOnePeer() throws Exception {
        var limits = DatagramDoor.expiringAfter(LONG).withParkedPerPeer(5, 1_000_000);
        try (var door = new DatagramDoor(limits, DatagramDoor.ECHO);
                var client = UnixClient.withAbstractName()) {
            for (int i = 0; i < 30; i++) {
                client.send(door.path, String.valueOf(i).getBytes(UTF_8));
            }

            await().untilAsserted(() -> assertThat(door.counters.received.sum()).isEqualTo(30));
            await().untilAsserted(
                            () -> assertThat(door.counters.repliesDropped.sum()).isEqualTo(14));
            for (int i = 0; i < 16; i++) {
                assertThat(client.receive()).asString().isEqualTo(String.valueOf(i));
            }
        }
    }

    @Test
    void bytesOfOnePeerAreBounded() throws Exception {
        var limits = DatagramDoor.expiringAfter(LONG).withParkedPerPeer(1000, 2500);
        try (var door = new DatagramDoor(limits, DatagramDoor.ECHO);
                var client = UnixClient.withAbstractName()) {
            for (int i = 0; i < 20; i++) {
                client.send(door.path, new byte[1000]);
            }

            await().untilAsserted(
                            () -> assertThat(door.counters.repliesDropped.sum()).isEqualTo(20 - 11 - 2));
        }
    }

    @Test
    void allPeersTogetherAreBounded() throws Exception {
        var limits = DatagramDoor.expiringAfter(LONG).withParkedInAll(10, 1_000_000);
        var stalled = new ArrayList<UnixClient>();
        try (var door = new DatagramDoor(limits, DatagramDoor.ECHO);
                var good = UnixClient.withAbstractName()) {
            for (int i = 0; i < 4; i++) {
                var client = UnixClient.withAbstractName();
                stalled.add(client);
                for (int j = 0; j < 11 + 4; j++) {
                    client.send(door.path, new byte[10]);
                }
            }

            await().untilAsserted(() -> assertThat(door.counters.repliesDropped.sum())
                    .as("%s", door)
                    .isEqualTo(6));
            // 4 + 4 + 3 + 2, of which 3 gave way to peers that held less
            assertThat(door.counters.repliesParked.sum()).as("%s", door).isEqualTo(13);
            assertThat(good.ask(door.path, "hello")).isEqualTo("hello");
        } finally {
            stalled.forEach(UnixClient::close);
        }
    }

    @Test
    void answersOfOtherThreadsDoNotWaitForTheHandler() throws Exception {
        var going = new CompletableFuture<Boolean>();
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
                    join(Thread.ofPlatform().start(() -> {
                        for (int i = 0; i < 150; i++) {
                            replies.send(peer, new byte[] {(byte) i}, 0, 1);
                        }
                    }));
                    going.join();
                });
                var client = UnixClient.withAbstractName().connect(door.path)) {
            client.send(new byte[1]);

            for (int i = 0; i < 150; i++) {
                assertThat(client.receive()).containsExactly((byte) i);
            }
            going.complete(true);
            assertThat(door.settled()).isEqualTo(150);
        }
    }

    @Test
    void whatWaitsForAPeerThatWentAwayIsDropped() throws Exception {
        try (var door = new DatagramDoor(DatagramDoor.expiringAfter(LONG), DatagramDoor.ECHO)) {
            try (var client = UnixClient.at(door.beside("client"))) {
                for (int i = 0; i < 30; i++) {
                    client.send(door.path, new byte[1]);
                }
                await().untilAsserted(() ->
                        assertThat(door.counters.repliesParked.sum()).isEqualTo(19));
            }

            await().untilAsserted(() ->
                    assertThat(door.counters.repliesPeerGone.sum()).isEqualTo(19));
        }
    }

    @Test
    void peerThatIsGoneBeforeTheAnswer() throws Exception {
        List<String> names = List.of("", "file");
        for (String name : names) {
            try (var door = DatagramDoor.echo();
                    var other = UnixClient.withAbstractName()) {
                var gone = DatagramPeer.of(UnixClient.path(door.beside("gone" + name)), null);
                if (!name.isEmpty()) {
                    Files.createFile(door.beside("gone" + name));
                }
                other.ask(door.path, "warm up");
                door.replies().send(gone, new byte[1], 0, 1);

                await().untilAsserted(() ->
                        assertThat(door.counters.repliesPeerGone.sum()).isEqualTo(1));
                assertThat(other.ask(door.path, "hello")).isEqualTo("hello");
            }
        }
    }

    @Test
    void peerThatIsConnectedToAnotherServerIsAnErrorOfItsOwn() throws Exception {
        try (var door = DatagramDoor.echo();
                var elsewhere = DatagramDoor.echo();
                var client = UnixClient.withAbstractName()) {
            client.ask(door.path, "first");
            client.connect(elsewhere.path);
            client.send(door.path, new byte[1]);

            await().untilAsserted(
                            () -> assertThat(door.counters.sendErrors.sum()).isEqualTo(1));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
