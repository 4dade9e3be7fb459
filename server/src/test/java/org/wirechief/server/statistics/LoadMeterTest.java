package org.wirechief.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadMeterTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong used = new AtomicLong();
    private long now = Long.MAX_VALUE - 5 * SECOND;

    private void second(LoadMeter meter, double share) {
        now += SECOND;
        used.addAndGet(Math.round(share * SECOND));
        meter.sample();
    }

    @Test
    void beforeTheSecondSampleNothingIsKnown() {
        LoadMeter meter = new LoadMeter(used::get, () -> now, 1);
        assertThat(meter.percent(1)).isZero();
        meter.sample();
        assertThat(meter.percent(1)).isZero();
    }

    @Test
    void anAverageIsOverItsSecondsOrTheOnesThereAre() {
        LoadMeter meter = new LoadMeter(used::get, () -> now, 1);
        meter.sample();
        for (int i = 0; i < 30; i++) {
            second(meter, 1);
        }
        assertThat(meter.percent(60)).isEqualTo(100);
        for (int i = 0; i < 30; i++) {
            second(meter, 0);
        }
        second(meter, 0.5);

        assertThat(meter.percent(1)).isEqualTo(50);
        assertThat(meter.percent(60)).isEqualTo(49); // 29 of the full seconds, and a half one
        assertThat(meter.percent(600)).isEqualTo(50);
    }

    /// Without a free file descriptor, it is 0.
    @Test
    void whatTheSystemDoesNotTellForAWhileIsEvenedOutAfterwards() {
        AtomicLong told = new AtomicLong();
        LoadMeter meter = new LoadMeter(told::get, () -> now, 1);
        told.set(100 * SECOND);
        meter.sample();
        told.set(0);
        for (int i = 0; i < 9; i++) {
            now += SECOND;
            assertThat(meter.percent(1)).isZero();
        }

        now += SECOND;
        told.set(105 * SECOND);

        assertThat(meter.percent(1)).isEqualTo(50);
        assertThat(meter.percent(60)).isEqualTo(50);
    }

    @Test
    void tenMinutesAreRememberedAndNoMore() {
        LoadMeter meter = new LoadMeter(used::get, () -> now, 1);
        meter.sample();
        for (int i = 0; i < 1000; i++) {
            second(meter, 1);
        }
        for (int i = 0; i < 300; i++) {
            second(meter, 0);
        }

        assertThat(meter.percent(600)).isEqualTo(50);
        assertThat(meter.percent(1)).isZero();
    }

    @Test
    void allProcessorsAre100Percent() {
        LoadMeter meter = new LoadMeter(used::get, () -> now, 4);
        meter.sample();
        second(meter, 2);

        assertThat(meter.percent(1)).isEqualTo(50);
    }

    @Test
    void whoAsksIsToldUntilNowFromTheSampleBeforeTheSecond() {
        LoadMeter meter = new LoadMeter(used::get, () -> now, 1);
        meter.sample();
        now += 4 * SECOND;
        used.addAndGet(SECOND);

        assertThat(meter.percent(1)).isEqualTo(25);
        now += SECOND;
        used.addAndGet(SECOND);
        assertThat(meter.percent(1)).isEqualTo(100);
        assertThat(meter.percent(60)).isEqualTo(40);
    }

    @Test
    void timeInWhichNothingWasUsedCounts() {
        LoadMeter meter = new LoadMeter(used::get, () -> now, 1);
        meter.sample();
        second(meter, 1);
        now += SECOND;
        meter.rested();
        now += SECOND;

        assertThat(meter.percent(1)).isZero();
        assertThat(meter.percent(60)).isEqualTo(33);
    }

    @Test
    void howOftenSomebodyAsksChangesNoAverage() {
        LoadMeter meter = new LoadMeter(used::get, () -> now, 1);
        meter.sample();
        for (int i = 0; i < 10_000; i++) {
            now += SECOND / 10;
            used.addAndGet(SECOND / 20);
            assertThat(meter.percent(1)).isEqualTo(i < 9 ? 0 : 50);
        }
        now += 300 * SECOND;

        assertThat(meter.percent(600)).isEqualTo(25);
    }
}
