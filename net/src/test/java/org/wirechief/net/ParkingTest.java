package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A peer that does not read is parked within the bound, and loses nothing.
final class ParkingTest {
    private static final int QUEUE = 100_000;
    private static final int GATHER = 50_000;
    private static final int REPLY = 10_000;
    private static final int REQUESTS = 3_000;
    private static final StreamLimits LIMITS =
            StreamLimits.DEFAULT.withSendQueueMax(QUEUE).withStallTimeout(Duration.ZERO);

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void slowReaderGetsEveryByteInOrder(Carrier carrier) throws Exception {
        var largest = new AtomicInteger();
        var handled = new AtomicInteger();
        var handler = new Lines(GATHER, (connection, line) -> {
            largest.accumulateAndGet(connection.queued(), Math::max);
            handled.incrementAndGet();
            return reply(line);
        });
        try (var door = Door.open(carrier, LIMITS, handler);
                var client = door.dial()) {
            client.send(requests(REQUESTS));
            Waiting.until(() -> door.counters.parked.sum() == 1);

            int queued = door.onLoop(() -> door.connection().queued());
            assertThat(queued).isBetween(QUEUE, QUEUE + GATHER + REPLY);
            assertThat(handled.get()).isLessThan(REQUESTS);

            for (int i = 0; i < REQUESTS; i++) {
                assertThat(client.read(REPLY)).isEqualTo(reply("r" + i) + "\n");
            }
            assertThat(largest.get()).isLessThan(QUEUE);
            Waiting.until(() -> door.connection().queued() == 0);
            assertThat(door.counters.resumed.sum()).isEqualTo(door.counters.parked.sum());
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void halfCloseWhileParkedIsAnsweredInFull(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, LIMITS, new Lines(GATHER, (connection, line) -> reply(line)));
                var client = door.dial()) {
            client.send(requests(REQUESTS)).shutdownOutput();
            Waiting.until(() -> door.counters.parked.sum() == 1);

            for (int i = 0; i < REQUESTS; i++) {
                assertThat(client.read(REPLY)).isEqualTo(reply("r" + i) + "\n");
            }
            assertThat(client.isEnded()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void othersDoNotNotice(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, LIMITS, new Lines(GATHER, (connection, line) -> reply(line)));
                var stuck = door.dial();
                var other = door.dial()) {
            stuck.send(requests(REQUESTS));
            Waiting.until(() -> door.counters.parked.sum() == 1);

            for (int i = 0; i < 100; i++) {
                assertThat(other.send("x\n").read(REPLY)).isEqualTo(reply("x") + "\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void peerThatTakesNothingForTooLongIsClosed(Carrier carrier) throws Exception {
        var limits = LIMITS.withStallTimeout(Duration.ofMillis(300));
        try (var door = Door.open(carrier, limits, new Lines(GATHER, (connection, line) -> reply(line)));
                var client = door.dial()) {
            client.send(requests(REQUESTS));

            Waiting.until(() -> door.counters.timedOutStalled.sum() == 1);
            Waiting.until(() -> door.listener.connections().isEmpty() && door.budget.open() == 0);
        }
    }

    private static String requests(int n) {
        var text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.append('r').append(i).append('\n');
        }
        return text.toString();
    }

    private static String reply(String line) {
        return line + ".".repeat(REPLY - 1 - line.length());
    }
}
