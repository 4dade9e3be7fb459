package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How connections and listeners end.
final class CloseTest {
    private static final byte[] LAST = "last\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final StreamLimits PATIENT =
            StreamLimits.DEFAULT.withSendQueueMax(1_000_000_000).withStallTimeout(Duration.ZERO);

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void lastReplyArrivesAlthoughThePeerKeepsSending(Carrier carrier) throws Exception {
        StreamHandler refusing = (connection, bytes, from, to) -> {
            connection.send(LAST, 0, LAST.length);
            connection.closeWhenSent();
            return to - from;
        };
        try (var door = Door.open(carrier, refusing);
                var client = door.dial()) {
            client.send("garbage");
            client.send("x".repeat(100_000));

            assertThat(client.readAll()).isEqualTo("last\n");
            Waiting.until(() -> door.listener.connections().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void peerThatNeverClosesIsNotWaitedFor(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var client = door.dial()) {
            client.send("a\n").read(4);
            door.loop.execute(() -> door.connection().closeWhenSent());

            assertThat(client.readAll()).isEmpty();
            Waiting.until(() -> door.listener.connections().isEmpty());
            assertThat(door.counters.timedOutLinger.sum()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void closeWhenSentSendsTheQueueFirst(Carrier carrier) throws Exception {
        byte[] large = "y".repeat(20_000_000).getBytes(StandardCharsets.ISO_8859_1);
        StreamHandler once = (connection, bytes, from, to) -> {
            connection.send(large, 0, large.length);
            connection.closeWhenSent();
            connection.send(LAST, 0, LAST.length);
            return to - from;
        };
        try (var door = Door.open(carrier, PATIENT, once);
                var client = door.dial()) {
            client.send("x");

            assertThat(client.readAll()).hasSize(20_000_000).doesNotContain("last");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void closeInTheMiddleOfWriteEndsOnlyThatConnection(Carrier carrier) throws Exception {
        byte[] large = new byte[50_000_000];
        StreamHandler once = (connection, bytes, from, to) -> {
            connection.send(large, 0, bytes[from] == 'x' ? large.length : 1);
            return to - from;
        };
        try (var door = Door.open(carrier, PATIENT, once);
                var leaving = door.dial();
                var staying = door.dial()) {
            leaving.send("x").read(100);
            leaving.leave();

            Waiting.until(() -> door.listener.connections().size() == 1);
            assertThat(staying.send("y").read(1)).isEqualTo("\0");
            assertThat(door.errors).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void closeByTheServerInTheMiddleOfWriteEndsTheStream(Carrier carrier) throws Exception {
        byte[] large = new byte[50_000_000];
        StreamHandler once = (connection, bytes, from, to) -> {
            connection.send(large, 0, large.length);
            return to - from;
        };
        try (var door = Door.open(carrier, PATIENT, once);
                var client = door.dial()) {
            client.send("x").read(100);
            var done = new CompletableFuture<Boolean>();
            door.loop.execute(() -> {
                door.connection().whenSent(() -> done.complete(true));
                door.connection().close();
            });

            assertThat(client.readAll()).hasSizeLessThan(large.length);
            assertThat(done.get(60, TimeUnit.SECONDS)).as("waiting actions run").isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void handlerThatThrowsClosesOnlyItsConnection(Carrier carrier) throws Exception {
        var handler = Lines.answering((connection, line) -> {
            if (line.equals("throw")) {
                throw new AssertionError("on purpose");
            }
            return "<" + line + ">";
        });
        try (var door = Door.open(carrier, handler);
                var bad = door.dial();
                var good = door.dial()) {
            assertThat(good.send("a\n").read(4)).isEqualTo("<a>\n");

            bad.send("throw\n");

            assertThat(bad.isEnded()).isTrue();
            assertThat(good.send("b\n").read(4)).isEqualTo("<b>\n");
            assertThat(door.counters.handlerErrors.sum()).isEqualTo(1);
            assertThat(door.errors).singleElement().hasToString("java.lang.AssertionError: on purpose");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void handlerMayCloseAnotherConnectionThatIsReadyToo(Carrier carrier) throws Exception {
        var doors = new ArrayList<Door>();
        StreamHandler jealous = (connection, bytes, from, to) -> {
            for (StreamConnection other : doors.getFirst().listener.connections()) {
                if (other.id() != connection.id()) {
                    other.close();
                }
            }
            connection.send(bytes, from, to);
            return to - from;
        };
        try (var door = Door.open(carrier, jealous);
                var one = door.dial();
                var two = door.dial()) {
            doors.add(door);
            Waiting.until(() -> door.listener.connections().size() == 2);
            var bothSent = new CountDownLatch(1);
            door.loop.execute(() -> hold(bothSent));
            one.send("1");
            two.send("2");
            bothSent.countDown();

            Waiting.until(() -> door.listener.connections().size() == 1);
            boolean firstSurvived = door.connection().id() == 1;
            assertThat((firstSurvived ? one : two).read(1)).isEqualTo(firstSurvived ? "1" : "2");
            assertThat((firstSurvived ? two : one).isEnded()).isTrue();
            assertThat(door.errors).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void handlerThatMiscountsClosesOnlyItsConnection(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, (connection, bytes, from, to) -> to - from + 1);
                var client = door.dial()) {
            client.send("abc");

            assertThat(client.isEnded()).isTrue();
            assertThat(door.errors).singleElement().asString().contains("a handler used 4 of 3 bytes");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void actionAfterSendRunsWhenTheSocketHasTakenAll(Carrier carrier) throws Exception {
        byte[] large = "y".repeat(20_000_000).getBytes(StandardCharsets.ISO_8859_1);
        var done = new CompletableFuture<Integer>();
        StreamHandler once = (connection, bytes, from, to) -> {
            connection.send(large, 0, large.length);
            connection.whenSent(() -> done.complete(connection.queued()));
            return to - from;
        };
        try (var door = Door.open(carrier, PATIENT, once);
                var client = door.dial()) {
            client.send("x");
            Waiting.until(() ->
                    !door.listener.connections().isEmpty() && door.connection().queued() > 0);
            assertThat(done).isNotDone();

            client.read(large.length);

            assertThat(done.get(60, TimeUnit.SECONDS)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void stopAcceptingLeavesConnectionsAlone(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var client = door.dial()) {
            assertThat(client.send("a\n").read(4)).isEqualTo("<a>\n");

            door.listener.stopAccepting();

            assertThatThrownBy(door::dial).isInstanceOf(java.io.IOException.class);
            assertThat(client.send("b\n").read(4)).isEqualTo("<b>\n");
        }
    }

    @Test
    void portIsFreeAfterClose() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (var door = Door.open(Carrier.TCP, Lines.echoing())) {
                door.listener.stopAccepting();

                StreamServerSocket.open(door.listener.local(), FileAccess.PRIVATE)
                        .close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void drainSendsWhatIsQueued(Carrier carrier) throws Exception {
        byte[] large = "y".repeat(20_000_000).getBytes(StandardCharsets.ISO_8859_1);
        StreamHandler once = (connection, bytes, from, to) -> {
            connection.send(large, 0, large.length);
            return to - from;
        };
        try (var door = Door.open(carrier, PATIENT, once);
                var client = door.dial();
                var idle = door.dial()) {
            client.send("x").read(1);
            var drained = CompletableFuture.supplyAsync(() -> drain(door, Duration.ofSeconds(60)));

            assertThat(idle.isEnded()).isTrue();
            assertThat(client.readAll()).hasSize(19_999_999);
            assertThat(drained.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void drainLetsRunningCallFinish(Carrier carrier) throws Exception {
        var handler = Lines.answering((connection, line) -> {
            connection.pause();
            return "";
        });
        try (var door = Door.open(carrier, handler);
                var client = door.dial()) {
            client.send("slow\nnever\n");
            Waiting.until(() -> !door.listener.connections().isEmpty()
                    && door.onLoop(() -> !door.connection().wantsMore()));
            var connection = door.connection();
            var drained = CompletableFuture.supplyAsync(() -> drain(door, Duration.ofSeconds(60)));
            Waiting.until(door.listener::isDraining);
            door.loop.execute(() -> {
                connection.send(LAST, 0, LAST.length);
                connection.resume();
            });

            assertThat(client.readAll()).isEqualTo("last\n");
            assertThat(drained.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void drainGivesUpInTheEnd(Carrier carrier) throws Exception {
        var handler = Lines.answering((connection, line) -> {
            connection.pause();
            return "";
        });
        try (var door = Door.open(carrier, handler);
                var client = door.dial()) {
            client.send("slow\n");
            Waiting.until(() -> !door.listener.connections().isEmpty()
                    && door.onLoop(() -> !door.connection().wantsMore()));

            assertThat(door.listener.drain(Duration.ofMillis(200))).isFalse();
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void drainRefusesToBlockTheLoop() throws Exception {
        try (var door = Door.open(Carrier.TCP, Lines.echoing())) {
            assertThatThrownBy(() -> door.onLoop(() -> door.listener.drain(Duration.ZERO)))
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void endOfLoopClosesEverything() throws Exception {
        var door = Door.open(Carrier.UNIX, Lines.echoing());
        var client = door.dial();
        assertThat(client.send("a\n").read(4)).isEqualTo("<a>\n");

        door.loop.close();

        assertThat(client.isEnded()).isTrue();
        assertThat(Path.of(door.listener.address().name())).doesNotExist();
        assertThat(door.budget.open()).isZero();
        door.listener.close();
        assertThat(Files.exists(Path.of(door.listener.address().name()))).isFalse();
    }

    private static void hold(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean drain(Door door, Duration timeout) {
        try {
            return door.listener.drain(timeout);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
