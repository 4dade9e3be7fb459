package org.wirechief.server.statistics;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How much processor time was taken over the last seconds. Samples are taken rarely, and when
/// somebody asks: a server that nobody asks takes none. What was used between two counts as used
/// evenly. They are a second apart at least, and the last ten minutes are kept. Safe for use by
/// several threads.
final class LoadMeter {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int KEPT = 601;

    private final LongSupplier cpu;
    private final LongSupplier clock;
    private final int processors;
    private final long[] used = new long[KEPT];
    private final long[] taken = new long[KEPT];
    private long samples;

    /// @param cpu nanoseconds of processor time taken so far
    /// @param clock nanoseconds as [System#nanoTime] tells them
    /// @param processors how many count as 100 percent
    LoadMeter(LongSupplier cpu, LongSupplier clock, int processors) {
        this.cpu = cpu;
        this.clock = clock;
        this.processors = processors;
    }

    /// Takes a sample, unless there was one within the last second.
    ///
    /// @return whether it took one
    synchronized boolean sample() {
        long now = clock.getAsLong();
        if (!isDue(now)) {
            return false;
        }
        long usedSoFar = cpu.getAsLong();
        if (samples > 0 && usedSoFar < used[at(samples - 1)]) {
            // the system does not tell at the moment: the next sample is about this time too
            return false;
        }
        note(usedSoFar, now);
        return true;
    }

    /// Takes a sample without looking: nothing was used since the last one.
    synchronized void rested() {
        long now = clock.getAsLong();
        if (isDue(now)) {
            note(samples == 0 ? cpu.getAsLong() : used[at(samples - 1)], now);
        }
    }

    private boolean isDue(long now) {
        return samples == 0 || now - taken[at(samples - 1)] >= SECOND;
    }

    private void note(long usedSoFar, long now) {
        used[at(samples)] = usedSoFar;
        taken[at(samples)] = now;
        samples++;
    }

    /// The percentage until now, or until the last sample when that is not a second old. Over so
    /// many seconds, or from the oldest sample while all are younger.
    synchronized long percent(int seconds) {
        var _ = sample();
        int last = at(samples - 1);
        long from = taken[last] - seconds * SECOND;
        long before = asOldAs(from);
        int first = at(before);
        double use = used[last] - used[first];
        long time = taken[last] - taken[first];
        long early = from - taken[first];
        if (early > 0) {
            int next = at(before + 1);
            use -= (double) (used[next] - used[first]) * early / (taken[next] - taken[first]);
            time -= early;
        }
        return time <= 0 ? 0 : Math.round(100 * use / (time * processors));
    }

    /// The youngest sample that is as old as that time, or the oldest.
    private long asOldAs(long time) {
        long oldest = Math.max(0, samples - KEPT);
        long sample = samples - 1;
        while (sample > oldest && taken[at(sample)] - time > 0) {
            sample--;
        }
        return sample;
    }

    private static int at(long sample) {
        return (int) (sample % KEPT);
    }
}
