package org.wirechief.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.testkit.SettableClock;

class LoadSamplerTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final AtomicLong used = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final SettableClock clock = new SettableClock(Instant.EPOCH);

    private LoadSampler sampler(Path process) {
        return new LoadSampler(
                () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos(), process);
    }

    private LoadSampler sampler() {
        return sampler(CpuTime.PROCESS);
    }

    private LoadMeter meter(LoadSampler sampler) {
        return sampler.meter(
                () -> {
                    looks.incrementAndGet();
                    return used.get();
                },
                1);
    }

    /// The process uses its time, then a sample is taken.
    private boolean sample(LoadSampler sampler, Duration since, Duration use) {
        clock.advance(since);
        return sampler.sampleAll(used.addAndGet(use.toNanos()));
    }

    @Test
    void noThreadIsLookedAtWhileTheProcessDoesNothing() {
        LoadSampler sampler = sampler();
        LoadMeter thread = meter(sampler);
        sample(sampler, SECOND, SECOND);
        sample(sampler, SECOND, Duration.ZERO);
        assertThat(looks.get()).isEqualTo(1);
        sample(sampler, SECOND, SECOND);

        assertThat(looks.get()).isEqualTo(2);
        assertThat(thread.percent(1)).isEqualTo(100);
    }

    @Test
    void whatWasUsedBetweenTwoSamplesIsNotTakenForRest() {
        LoadSampler sampler = sampler();
        meter(sampler);
        sample(sampler, SECOND, SECOND);
        // too soon for another sample
        sample(sampler, Duration.ofMillis(999), SECOND);
        assertThat(looks.get()).isEqualTo(1);
        sample(sampler, SECOND, Duration.ZERO);

        assertThat(looks.get()).isEqualTo(2);
    }

    @Test
    void maySleepOnceNothingWasUsedAndNotRightAfterItIsWoken() {
        LoadSampler sampler = sampler();
        meter(sampler);

        assertThat(sample(sampler, SECOND, SECOND)).isFalse();
        assertThat(sample(sampler, PERIOD, SECOND)).isFalse();
        assertThat(sample(sampler, PERIOD, Duration.ZERO)).isTrue();
        assertThat(sample(sampler, PERIOD, Duration.ZERO)).isFalse();
        assertThat(sample(sampler, PERIOD, Duration.ZERO)).isTrue();
        assertThat(sample(sampler, PERIOD, Duration.ZERO)).isFalse();
        assertThat(sample(sampler, PERIOD, SECOND)).isFalse();
        assertThat(sample(sampler, PERIOD, Duration.ZERO)).isTrue();
    }

    @Test
    void timeItSleptThroughCountsAsIdleAndWhatFollowsInFull() {
        LoadSampler sampler = sampler();
        LoadMeter process = meter(sampler);
        sample(sampler, SECOND, SECOND);
        assertThat(sample(sampler, PERIOD, Duration.ZERO)).isTrue();
        // the first request after an hour
        sample(sampler, Duration.ofHours(1), Duration.ofMillis(10));
        assertThat(process.percent(1)).isZero();
        assertThat(process.percent(600)).isZero();
        for (int i = 0; i < 3; i++) {
            sample(sampler, PERIOD, PERIOD);
        }

        assertThat(process.percent(1)).isEqualTo(100);
        assertThat(process.percent(60)).isEqualTo(50);
        assertThat(process.percent(600)).isEqualTo(5);
    }

    @Test
    void itsThreadSleepsUntilItIsWoken(@TempDir Path folder) throws Exception {
        Path process = folder.resolve("stat");
        hasUsed(process, 7);
        LoadSampler sampler = sampler(process);
        meter(sampler);
        sampler.start();
        awaitState(sampler, Thread.State.WAITING);
        assertThat(looks.get()).isEqualTo(1);

        clock.advance(PERIOD);
        hasUsed(process, 8);
        sampler.wake();
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(looks.get()).isEqualTo(2));
        // there will be another sample, whoever asks
        awaitState(sampler, Thread.State.TIMED_WAITING);

        sampler.stop();
        awaitState(sampler, Thread.State.TERMINATED);
    }

    @Test
    void endsWhileItSleeps(@TempDir Path folder) throws Exception {
        Path process = folder.resolve("stat");
        hasUsed(process, 7);
        LoadSampler sampler = sampler(process);
        sampler.start();
        awaitState(sampler, Thread.State.WAITING);

        sampler.stop();
        awaitState(sampler, Thread.State.TERMINATED);
    }

    /// As `/proc/PID/stat` tells it, in hundredths of a second.
    private static void hasUsed(Path process, int ticks) throws IOException {
        Files.writeString(process, "1 (chief) S 1 1 1 0 -1 0 0 0 0 0 " + ticks + " 0 0 0\n");
    }

    private static void awaitState(LoadSampler sampler, Thread.State state) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(sampler.state()).isEqualTo(state));
    }
}
