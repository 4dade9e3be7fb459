package org.wirechief.server.statistics;

import java.util.function.LongSupplier;

/// How much processor time was taken over the last seconds, from a sample a second, of which it
/// keeps ten minutes. Safe for use by several threads.
final class LoadMeter {
    private static final int KEPT = 601;

    private final LongSupplier cpu;
    private final int processors;
    private final long[] used = new long[KEPT];
    private final long[] taken = new long[KEPT];
    private long samples;

    /// @param cpu nanoseconds of processor time taken so far
    /// @param processors how many count as 100 percent
    LoadMeter(LongSupplier cpu, int processors) {
        this.cpu = cpu;
        this.processors = processors;
    }

    /// Takes a sample.
    ///
    /// @param now nanoseconds as [System#nanoTime] tells them
    synchronized void sample(long now) {
        int at = (int) (samples % KEPT);
        used[at] = cpu.getAsLong();
        taken[at] = now;
        samples++;
    }

    /// The percentage over the last `seconds` samples, or all there are while there are fewer.
    synchronized long percent(int seconds) {
        long window = Math.min(seconds, Math.min(samples, KEPT) - 1);
        if (window < 1) {
            return 0;
        }
        int last = (int) ((samples - 1) % KEPT);
        int first = (int) ((samples - 1 - window) % KEPT);
        long time = (taken[last] - taken[first]) * processors;
        return time <= 0 ? 0 : Math.round(100.0 * (used[last] - used[first]) / time);
    }
}
