package org.wirechief.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentReadingTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - SECOND); // it may wrap
    private final AtomicLong readings = new AtomicLong();
    private long takes;
    private final RecentReading reading = new RecentReading(
            () -> {
                clock.addAndGet(takes);
                return readings.incrementAndGet();
            },
            clock::get);

    @Test
    void isReadOnceASecond() {
        assertThat(reading.value()).isEqualTo(1);
        clock.addAndGet(SECOND - 1);
        assertThat(reading.value()).isEqualTo(1);
        clock.addAndGet(1);
        assertThat(reading.value()).isEqualTo(2);
        assertThat(reading.value()).isEqualTo(2);
    }

    @Test
    void theSecondBeginsWhenItWasRead() {
        takes = 2 * SECOND;
        assertThat(reading.value()).isEqualTo(1);
        assertThat(reading.value()).isEqualTo(1);
        clock.addAndGet(SECOND);
        assertThat(reading.value()).isEqualTo(2);
    }
}
