package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    private final LongAdder errors = new LongAdder();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Backoff backoff = new Backoff(errors, e -> told.add(e.getMessage()), ended);

    @Test
    void eachFailureIsCountedAndPausedForAndTheFirstInARowTold() {
        long before = System.nanoTime();
        backoff.failed(new IOException("a"));
        backoff.failed(new IOException("b"));
        backoff.worked();
        backoff.failed(new IOException("c"));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(errors.sum()).isEqualTo(3);
        assertThat(told).containsExactly("a", "c");
    }

    /// So many pauses would take an hour.
    @Test
    void thereIsNoPauseAfterTheEnd() {
        ended.countDown();
        for (int i = 0; i < 36_000; i++) {
            backoff.failed(new IOException("again"));
        }

        assertThat(errors.sum()).isEqualTo(36_000);
    }
}
