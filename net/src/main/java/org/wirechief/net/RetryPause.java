package org.wirechief.net;

/// When to try a receiver again that did not take something: the pauses grow from 0.25 to 20 ms
/// while it takes nothing. Times are those of [System#nanoTime()]. One thread at a time.
final class RetryPause {
    private static final long FIRST = 250_000;
    private static final long LONGEST = 20_000_000;

    private long pause = FIRST;
    private long end;

    RetryPause(long now) {
        end = now + FIRST;
    }

    long end() {
        return end;
    }

    /// It took something, or the waiting begins anew.
    void begin(long now) {
        pause = FIRST;
        end = now + pause;
    }

    /// It took nothing.
    void grow(long now) {
        pause = Math.min(2 * pause, LONGEST);
        end = now + pause;
    }
}
