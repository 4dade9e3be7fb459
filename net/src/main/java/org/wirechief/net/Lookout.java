package org.wirechief.net;

import java.io.IOException;

/// Whether a thread looks for more for a moment before it sleeps, and the look itself. A peer that
/// has sent many requests at a time sends more as soon as it has read the replies, which takes it
/// less time than the thread takes to fall asleep and be woken (docs/adr/0008).
///
/// Only while it pays: each time it was in vain, twice as many such chances pass without a look.
/// That thread only.
final class Lookout {

    /// What a look does again and again.
    interface Asking {
        /// Looks once, and waits for nothing.
        ///
        /// @return more than 0 when what is looked for has come, 0 when nothing has, less when
        ///     something else has
        int ask() throws IOException;
    }

    /// Nanoseconds a look goes on at most.
    static final long LONGEST = 100_000;

    /// Requests at a time from which on a peer keeps many outstanding.
    static final int MANY = 8;

    private static final int MOST_PASSED = 256;

    private final boolean possible;
    private boolean expected;
    private int passing;
    private int afterNext;

    /// For the processors this machine has.
    Lookout() {
        this(Runtime.getRuntime().availableProcessors());
    }

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

    /// Asks until something has come, for [#LONGEST] at most, and remembers whether it paid.
    /// Something else than what is looked for says nothing about that.
    ///
    /// @return what the last asking gave
    int look(Asking asking) throws IOException {
        long until = System.nanoTime() + LONGEST;
        int found;
        do {
            found = asking.ask();
        } while (found == 0 && System.nanoTime() - until < 0);
        if (found >= 0) {
            ended(found > 0);
        }
        return found;
    }

    /// What came of the look.
    void ended(boolean found) {
        afterNext = found ? 0 : Math.clamp(afterNext * 2L, 1, MOST_PASSED);
        passing = afterNext;
    }
}
