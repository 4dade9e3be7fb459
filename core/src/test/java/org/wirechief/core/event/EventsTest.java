package org.wirechief.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;

class EventsTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Events events = new Events();
    private final RecordingTransport transport = new RecordingTransport();
    private final EventSource source = events.publish(EventType.named("E_PROBE"));

    EventsTest() {
        events.add(transport);
    }

    private void subscribe(String socket, @Nullable Integer seconds, Instant now) {
        events.subscribe(source.name(), Octets.of(socket), seconds == null ? null : Duration.ofSeconds(seconds), now);
    }

    private List<String> sockets() {
        return source.subscriptions().stream()
                .map(one -> one.socket().toString())
                .toList();
    }

    @Test
    void eventsAreCountedFromZeroAndKeepTheirNumber() {
        assertThat(source.id()).isZero();
        assertThat(events.publish(EventType.named("E_TWO")).id()).isEqualTo(1);
        assertThat(events.publish(EventType.named("E_PROBE"))).isSameAs(source);
        assertThat(events.list()).extracting(EventSource::id).containsExactly(0, 1);
        assertThat(events.find(Octets.of("e_probe"))).isEmpty();
    }

    @Test
    void theNewestSubscriptionComesFirst() {
        subscribe("mem:a", 10, NOON);
        subscribe("mem:b", null, NOON);

        assertThat(sockets()).containsExactly("mem:b", "mem:a");
        assertThat(source.subscriptions().getFirst().lifetime()).isNull();
    }

    @Test
    void theSameSocketIsRefreshedInItsPlace() {
        subscribe("mem:a", 10, NOON);
        subscribe("mem:b", 10, NOON);
        subscribe("mem:a", 500, NOON.plusSeconds(9));

        assertThat(sockets()).containsExactly("mem:b", "mem:a");
        assertThat(source.subscriptions().getLast().lifetime()).isEqualTo(Duration.ofSeconds(500));
        assertThat(source.subscriptions().getLast().secondsLeft(NOON.plusSeconds(10)))
                .isEqualTo(499);
    }

    @Test
    void aSocketIsNotTheBeginningOfAnother() {
        subscribe("mem:ab", 10, NOON);
        subscribe("mem:a", 10, NOON);

        assertThat(sockets()).containsExactly("mem:a", "mem:ab");
    }

    @Test
    void askingForEverDoesNotMakeOneLastForEverThatEnds() {
        subscribe("mem:a", 10, NOON);
        subscribe("mem:a", null, NOON.plusSeconds(5));

        events.expire(NOON.plusSeconds(14));
        assertThat(sockets()).containsExactly("mem:a");
        events.expire(NOON.plusSeconds(15));
        assertThat(sockets()).isEmpty();
    }

    @Test
    void aTimeEndsOneThatLastsForEver() {
        subscribe("mem:a", null, NOON);
        subscribe("mem:a", 10, NOON);

        events.expire(NOON.plusSeconds(10));

        assertThat(sockets()).isEmpty();
    }

    @Test
    void aTransportIsToldOfAnEndThatIsSoonerThanItKnows() {
        subscribe("mem:a", null, NOON);
        assertThat(transport.expireSoon).isZero();
        subscribe("mem:b", 20, NOON);
        assertThat(transport.expireSoon).isEqualTo(1);
        subscribe("mem:c", 30, NOON);
        subscribe("mem:b", 25, NOON);
        assertThat(transport.expireSoon).isEqualTo(1);

        subscribe("mem:c", 10, NOON);
        assertThat(transport.expireSoon).isEqualTo(2);
        assertThat(events.expire(NOON)).isEqualTo(NOON.plusSeconds(10));
    }

    /// So that what is kept for it can go.
    @Test
    void aTransportIsToldOfWhoeverUnsubscribes() {
        subscribe("mem:a", null, NOON);

        subscribe("mem:a", 0, NOON);

        assertThat(transport.expireSoon).isEqualTo(1);
    }

    @Test
    void subscriptionsEndOnTimeAndTellWhenTheNextEnds() {
        subscribe("mem:a", 10, NOON);
        subscribe("mem:b", 20, NOON);
        subscribe("mem:c", null, NOON);

        assertThat(events.expire(NOON.plusMillis(9_999))).isEqualTo(NOON.plusSeconds(10));
        assertThat(sockets()).containsExactly("mem:c", "mem:b", "mem:a");
        assertThat(events.expire(NOON.plusSeconds(10))).isEqualTo(NOON.plusSeconds(20));
        assertThat(sockets()).containsExactly("mem:c", "mem:b");
        assertThat(events.expire(NOON.plusSeconds(20))).isEqualTo(Instant.MAX);
        assertThat(sockets()).containsExactly("mem:c");
    }

    @Test
    void nobodyOutlivesTheEndOfTime() {
        events.subscribe(source.name(), Octets.of("mem:a"), Duration.ofSeconds(Long.MAX_VALUE), NOON);

        assertThat(events.expire(NOON)).isEqualTo(Instant.MAX);
        assertThat(sockets()).containsExactly("mem:a");
    }

    @Test
    void noTimeUnsubscribesAtOnce() {
        subscribe("mem:a", 10, NOON);
        subscribe("mem:b", 10, NOON);
        subscribe("mem:a", 0, NOON);
        subscribe("mem:never-was", 0, NOON);

        assertThat(sockets()).containsExactly("mem:b");
        source.raise(new EventParameter("n", 1));
        assertThat(transport.ready).hasSize(1);
    }

    @Test
    void whatCannotBeSubscribedIsRefusedAndChangesNothing() {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> events.subscribe(Octets.of("E_NOPE"), Octets.of("mem:a"), null, NOON))
                .matches(fault -> fault.code() == 404)
                .withMessageContaining("E_NOPE");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> subscribe("foo:a", 10, NOON))
                .matches(fault -> fault.code() == 400)
                .withMessageContaining("foo:a");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> subscribe("mem:", 10, NOON))
                .withMessage("mem: has no name");

        assertThat(source.hasSubscribers()).isFalse();
    }

    @Test
    void twoEventsOfOneSocketKeepTheirOrder() {
        EventSource other = events.publish(EventType.named("E_OTHER"));
        subscribe("mem:a", 10, NOON);
        events.subscribe(other.name(), Octets.of("mem:a"), null, NOON);

        source.raise(new EventParameter("n", 1));
        other.raise(new EventParameter("n", 2));
        source.raise(new EventParameter("n", 3));

        assertThat(transport.ready).hasSize(1);
        assertThat(RecordingTransport.taken(transport.ready.getFirst()))
                .containsExactly("E_PROBE 1", "E_OTHER 2", "E_PROBE 3");
    }

    @Test
    void theSameLineIsUsedAgainUntilAllThatWasTakenHasLeft() {
        subscribe("mem:a", 10, NOON);
        source.raise(new EventParameter("n", 1));
        EventLine line = transport.ready.getFirst();
        EventLine.Waiting leaving = Objects.requireNonNull(line.take());
        assertThat(line.take()).isNull();

        subscribe("mem:a", 0, NOON);
        events.expire(NOON.plusSeconds(1));
        subscribe("mem:a", 10, NOON.plusSeconds(1));
        source.raise(new EventParameter("n", 2));
        assertThat(transport.ready.getLast()).isSameAs(line);

        leaving.sent();
        assertThat(RecordingTransport.taken(line)).containsExactly("E_PROBE 2");
        subscribe("mem:a", 0, NOON.plusSeconds(2));
        events.expire(NOON.plusSeconds(2));
        subscribe("mem:a", 10, NOON.plusSeconds(2));
        source.raise(new EventParameter("n", 3));
        assertThat(transport.ready.getLast()).isNotSameAs(line);
    }

    @Test
    void whatWaitsForASubscriptionThatHasEndedIsDropped() {
        subscribe("mem:a", 10, NOON);
        EventCounters counters = source.subscriptions().getFirst().counters();
        source.raise(new EventParameter("n", 1));
        source.raise(new EventParameter("n", 2));
        EventLine line = transport.ready.getFirst();
        EventLine.Waiting atHand = Objects.requireNonNull(line.take());
        assertThat(atHand.isUnwanted()).isFalse();
        assertThat(counters.waiting()).isEqualTo(2);

        subscribe("mem:a", 0, NOON);
        assertThat(atHand.isUnwanted()).isTrue();
        atHand.dropped();
        assertThat(line.take()).isNull();

        assertThat(counters.dropped.sum()).isEqualTo(2);
        assertThat(counters.waiting()).isZero();
        assertThat(transport.totals.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mem:a\nEvent:: E_X id=9", "mem:\u001b[2J", "mem:\u007f"})
    void aSocketWithControlBytesIsRefused(String socket) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> subscribe(socket, null, NOON))
                .matches(fault -> fault.code() == 400)
                .withMessageStartingWith("a socket with a control byte, at ");
        assertThat(source.hasSubscribers()).isFalse();
    }

    /// The look-up of the first is answered after the second has come and gone.
    @Test
    void whoeverAskedLastCountsThoughAnEarlierLookUpTakesLonger() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        events.add(socket -> {
            if (socket.equals(Octets.of("slow:a"))) {
                asked.countDown();
                try {
                    answered.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return transport.target(Octets.of("mem:a"));
            }
            return null;
        });
        Thread first = Thread.ofVirtual().start(() -> subscribe("slow:a", 10, NOON));
        asked.await();

        subscribe("slow:a", 0, NOON);
        answered.countDown();
        first.join();

        assertThat(sockets()).isEmpty();
    }
}
