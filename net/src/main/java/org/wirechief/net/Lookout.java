package org.wirechief.net;

/// Whether a loop looks for more for a moment before it sleeps. A peer that has sent many requests
/// at a time sends more as soon as it has read the replies, which takes it less time than the loop
/// takes to fall asleep and be woken (docs/adr/0008).
///
/// Only while it pays: each time it was in vain, twice as many such chances pass without a look.
/// Loop thread only.
final class Lookout {
    /// Nanoseconds a look goes on at most.
    static final long LONGEST = 100_000;

    /// Requests at a time from which on a peer keeps many outstanding.
    static final int MANY = 8;

    private static final int MOST_PASSED = 256;

    private final boolean possible;
    private boolean expected;
    private int passing;
    private int afterNext;

    /// @param processors there are; with one, whoever is to send could not while the loop looks
    Lookout(int processors) {
        possible = processors > 1;
    }

    /// Somebody was served.
    ///
    /// @param requests how many had come together; who sends many will soon send more
    void served(int requests) {
        expected |= requests >= MANY;
    }

    /// Whether to look now. Asked before each sleep.
    boolean isWorthIt() {
        if (!expected || !possible) {
            return false;
        }
        expected = false;
        if (passing > 0) {
            passing--;
            return false;
        }
        return true;
    }

    /// What came of the look.
    void ended(boolean found) {
        afterNext = found ? 0 : Math.clamp(afterNext * 2L, 1, MOST_PASSED);
        passing = afterNext;
    }
}
