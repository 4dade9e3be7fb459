package org.wirechief.net;

import java.time.Duration;

/// A point in time to wait for at most, or none.
///
/// @param limited whether there is one
/// @param at when, in the sense of [System#nanoTime()]
record Deadline(boolean limited, long at) {

    /// @param timeout from now; [Duration#ZERO] is no limit
    /// @throws IllegalArgumentException if it is negative
    static Deadline in(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout of " + timeout + " is negative; 0 is no limit");
        }
        return new Deadline(!timeout.isZero(), System.nanoTime() + timeout.toNanos());
    }

    boolean isOver() {
        return limited && at - System.nanoTime() <= 0;
    }

    /// Milliseconds left, rounded up, as [java.nio.channels.Selector#select(long)] takes them: 0 is
    /// no limit. Not to be asked when it is over.
    long selectMillis() {
        return limited ? Math.max(1, (at - System.nanoTime() + 999_999) / 1_000_000) : 0;
    }
}
