package org.wirechief.net;

import java.time.Duration;

/// A time that several waits have together.
public final class TimeLeft {
    private final long end;

    private TimeLeft(long end) {
        this.end = end;
    }

    /// From now on.
    public static TimeLeft of(Duration time) {
        return new TimeLeft(System.nanoTime() + time.toNanos());
    }

    /// What is left of it, at least a nanosecond: to some waits nothing is no limit.
    public Duration now() {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }
}
