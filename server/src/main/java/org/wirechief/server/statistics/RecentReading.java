package org.wirechief.server.statistics;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A number that takes its time to be found out: whoever asks within a second of the last time gets
/// the same, so that many who ask hold up nobody else. Safe for use by several threads.
final class RecentReading {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LongSupplier source;
    private final LongSupplier clock;
    private boolean isRead;
    private long readAt;
    private long value;

    /// @param source finds it out
    /// @param clock nanoseconds as [System#nanoTime] tells them
    RecentReading(LongSupplier source, LongSupplier clock) {
        this.source = source;
        this.clock = clock;
    }

    synchronized long value() {
        if (!isRead || clock.getAsLong() - readAt >= SECOND) {
            value = source.getAsLong();
            isRead = true;
            // when it was done: where it takes long it is asked for less often
            readAt = clock.getAsLong();
        }
        return value;
    }
}
