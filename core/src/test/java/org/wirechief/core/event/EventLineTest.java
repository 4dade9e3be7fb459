package org.wirechief.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.core.event.LineLimits.Overflow.DROP_NEWEST;
import static org.wirechief.core.event.LineLimits.Overflow.DROP_OLDEST;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;

class EventLineTest {
    private static final int OF_EACH = 2_000;

    private final Events events = new Events();
    private final EventSource source = events.publish(EventType.named("E"));

    private RecordingTransport subscribed(LineLimits limits) {
        RecordingTransport transport = new RecordingTransport(limits);
        events.add(transport);
        events.subscribe(source.name(), Octets.of("mem:a"), null, Instant.EPOCH);
        return transport;
    }

    private void raise(int from, int to) {
        IntStream.range(from, to).forEach(n -> source.raise(new EventParameter("n", n)));
    }

    private EventCounters counters() {
        return source.subscriptions().getFirst().counters();
    }

    @Test
    void theOldestGiveWay() {
        RecordingTransport transport = subscribed(new LineLimits(3, 1000, DROP_OLDEST));

        raise(0, 5);

        assertThat(RecordingTransport.taken(transport.ready.getFirst())).containsExactly("E 2", "E 3", "E 4");
        assertThat(counters().dropped.sum()).isEqualTo(2);
        assertThat(counters().sent.sum()).isEqualTo(3);
        assertThat(transport.totals.dropped.sum()).isEqualTo(2);
    }

    @Test
    void orTheNewest() {
        RecordingTransport transport = subscribed(new LineLimits(3, 1000, DROP_NEWEST));

        raise(0, 5);

        assertThat(RecordingTransport.taken(transport.ready.getFirst())).containsExactly("E 0", "E 1", "E 2");
        assertThat(counters().dropped.sum()).isEqualTo(2);
    }

    @Test
    void bytesAreBoundedTooButOneEventMayAlwaysWait() {
        RecordingTransport transport = subscribed(new LineLimits(100, 7, DROP_OLDEST));

        raise(0, 3);
        assertThat(RecordingTransport.taken(transport.ready.getFirst())).containsExactly("E 1", "E 2");

        source.raise(new EventParameter("n", "much more than that"));
        assertThat(RecordingTransport.taken(transport.ready.getLast())).containsExactly("E much more than that");
    }

    /// Room for two events of three bytes.
    @Test
    void allLinesTogetherHaveABudgetThatIsGivenBackWhenEventsHaveLeft() {
        RecordingTransport transport = subscribed(new LineLimits(100, 1000, DROP_OLDEST));
        transport.budget = new EventBudget(2 * (3 + EventBudget.OVERHEAD));
        raise(0, 3);
        EventLine full = transport.ready.getFirst();
        assertThat(counters().dropped.sum()).isEqualTo(1);

        events.subscribe(source.name(), Octets.of("mem:b"), null, Instant.EPOCH);
        raise(3, 4);
        assertThat(counters().dropped.sum()).as("nothing of its own gives way").isEqualTo(1);

        assertThat(RecordingTransport.taken(full)).containsExactly("E 2", "E 3");
        assertThat(transport.budget.used()).isZero();
        assertThat(transport.totals.waiting()).isZero();
        raise(4, 5);
        assertThat(transport.budget.used()).isEqualTo(2 * (3 + EventBudget.OVERHEAD));
    }

    /// Room for two events of three bytes, one of them taken by another receiver.
    @Test
    void nothingGivesWayForAnEventThatStillWouldNotFit() {
        RecordingTransport transport = subscribed(new LineLimits(2, 1000, DROP_OLDEST));
        transport.budget = new EventBudget(2 * (3 + EventBudget.OVERHEAD));
        events.subscribe(source.name(), Octets.of("mem:b"), null, Instant.EPOCH);
        raise(0, 1);

        raise(100, 101);

        assertThat(transport.totals.dropped.sum()).isEqualTo(2);
        assertThat(transport.ready)
                .allSatisfy(line -> assertThat(RecordingTransport.taken(line)).containsExactly("E 0"));
    }

    @Test
    void withoutBudgetTheNewestGivesWayWhereThatIsAskedFor() {
        RecordingTransport transport = subscribed(new LineLimits(100, 1000, DROP_NEWEST));
        transport.budget = new EventBudget(2 * (3 + EventBudget.OVERHEAD));

        raise(0, 3);

        assertThat(RecordingTransport.taken(transport.ready.getFirst())).containsExactly("E 0", "E 1");
        assertThat(transport.totals.dropped.sum()).isEqualTo(1);
        assertThat(transport.budget.used()).isZero();
    }

    @Test
    void allThatWaitsFailsAndTheNextOneIsAnnouncedAgain() {
        RecordingTransport transport = subscribed(new LineLimits(100, 1000, DROP_OLDEST));
        raise(0, 3);

        transport.ready.getFirst().failAll();

        assertThat(counters().failed.sum()).isEqualTo(3);
        assertThat(transport.totals.waiting()).isZero();
        assertThat(transport.budget.used()).isZero();
        raise(3, 4);
        assertThat(transport.ready).hasSize(2);
        assertThat(RecordingTransport.taken(transport.ready.getLast())).containsExactly("E 3");
    }

    @Test
    void aLineIsAnnouncedOnceUntilItIsEmpty() {
        RecordingTransport transport = subscribed(new LineLimits(100, 1000, DROP_OLDEST));

        raise(0, 3);
        assertThat(transport.ready).hasSize(1);

        RecordingTransport.taken(transport.ready.getFirst());
        raise(3, 4);
        assertThat(transport.ready).hasSize(2);
    }

    @Test
    void everyEventOfSeveralRaisersIsAccountedForAndKeepsItsRaisersOrder() throws InterruptedException {
        RecordingTransport transport = subscribed(new LineLimits(OF_EACH, 1_000_000, DROP_NEWEST));
        List<Thread> raisers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int first = i * OF_EACH;
            raisers.add(Thread.ofPlatform().start(() -> raise(first, first + OF_EACH)));
        }
        for (Thread raiser : raisers) {
            raiser.join();
        }

        List<Integer> got = RecordingTransport.taken(transport.ready.getFirst()).stream()
                .map(text -> Integer.valueOf(text.substring(2)))
                .toList();
        for (int i = 0; i < 4; i++) {
            int raiser = i;
            assertThat(got.stream().filter(n -> n / OF_EACH == raiser)).isSorted();
        }
        assertThat(counters().sent.sum() + counters().dropped.sum()).isEqualTo(4L * OF_EACH);
        assertThat(got).hasSize(OF_EACH);
    }
}
