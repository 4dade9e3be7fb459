package org.wirechief.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.server.statistics.MemoryUse;

class MemoryWatchTest {
    private final RaisedEvents events = new RaisedEvents();
    private final MemoryWatch watch = new MemoryWatch(events.wanted(CoreEvents.SHM_THRESHOLD), 80);

    private List<Long> usages(long... used) {
        for (long one : used) {
            watch.look(new MemoryUse(1000, one, one));
        }
        return events.raised().stream()
                .map(event -> event.parameters().getFirst().value().asLong())
                .toList();
    }

    @Test
    void tellsEachChangeFromTheThresholdOnAndTheFallBelow() {
        assertThat(usages(100, 799, 800, 801, 809, 810, 950, 950, 805, 799, 500, 790))
                .containsExactly(80L, 81L, 95L, 80L, 79L);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aLookThatFailsIsNotTheLast() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(2);
        MemoryWatch failing = new MemoryWatch(events.wanted(CoreEvents.SHM_THRESHOLD), 80, () -> {
            looks.countDown();
            throw new IllegalStateException("no bean");
        });
        failing.start();
        looks.await();
        failing.stop();

        assertThat(looks.getCount()).isZero();
    }

    @Test
    void tellsInPercentAndBytes() {
        assertThat(usages(900)).hasSize(1);
        assertThat(events.raised())
                .containsExactly(new Event(
                        "E_CORE_SHM_THRESHOLD",
                        new EventParameter("usage", 90),
                        new EventParameter("threshold", 80),
                        new EventParameter("used", 900),
                        new EventParameter("size", 1000)));
    }
}
