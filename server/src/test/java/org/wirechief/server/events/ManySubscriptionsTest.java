package org.wirechief.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.event.EventBudget;
import org.wirechief.core.event.EventCounters;
import org.wirechief.core.event.EventEncoder;
import org.wirechief.core.event.EventLine;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventTarget;
import org.wirechief.core.event.EventType;
import org.wirechief.core.event.Events;
import org.wirechief.core.event.LineLimits;

/// What work takes is told by the memory it asks for, which no other process changes.
class ManySubscriptionsTest {
    private static final int MANY = 20_000;
    private static final int SOME = 1_000;

    private final Events events = new Events();
    private final EventSource source = events.publish(EventType.named("E_X"));

    /// Takes any socket.
    private record Nowhere(Octets socket, EventBudget budget, EventCounters totals) implements EventTarget {
        private static final LineLimits LIMITS = new LineLimits(1, 1, LineLimits.Overflow.DROP_NEWEST);
        private static final EventEncoder NOTHING = _ -> new byte[0];

        @Override
        public EventEncoder encoder() {
            return NOTHING;
        }

        @Override
        public LineLimits limits() {
            return LIMITS;
        }

        @Override
        public void ready(EventLine line) {}
    }

    ManySubscriptionsTest() {
        EventBudget budget = new EventBudget(1_000_000);
        EventCounters totals = new EventCounters();
        events.add(socket -> new Nowhere(socket, budget, totals));
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /// Each ends a second after the one before.
    private void subscribe(int from, int to) {
        for (int n = from; n < to; n++) {
            events.subscribe(source.name(), Octets.of("mem:" + n), Duration.ofSeconds(n + 1L), Instant.EPOCH);
        }
    }

    private void lapse(int from, int to) {
        for (int n = from; n < to; n++) {
            assertThat(events.expire(Instant.ofEpochSecond(n + 1L))).isEqualTo(Instant.ofEpochSecond(n + 2L));
        }
    }

    @Test
    void subscribingTakesNoMoreHoweverManyThereAre() {
        long first = allocated(() -> subscribe(0, SOME));
        subscribe(SOME, MANY - SOME);

        long last = allocated(() -> subscribe(MANY - SOME, MANY));

        assertThat(last).isLessThan(4 * first);
        assertThat(source.subscriptions()).hasSize(MANY);
    }

    @Test
    void aLapseTakesNoMoreHoweverManyThereAre() {
        subscribe(0, MANY);
        long first = allocated(() -> lapse(0, SOME));
        lapse(SOME, MANY - 2 * SOME);

        long last = allocated(() -> lapse(MANY - 2 * SOME, MANY - SOME));

        assertThat(first).isLessThan(4 * last);
        assertThat(source.subscriptions()).hasSize(SOME);
    }
}
