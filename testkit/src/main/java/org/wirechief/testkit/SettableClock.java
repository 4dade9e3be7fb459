package org.wirechief.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is told to go on. Safe for use by several threads.
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant time) {
        now = time;
    }

    /// Moves it, backward when `time` is negative.
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }
}
