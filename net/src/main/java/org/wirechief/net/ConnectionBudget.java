package org.wirechief.net;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How many connections several listeners may have together (spec ctl §7.7: 128). A connection
/// beyond it is accepted and closed at once, and counted. Safe from any thread.
public final class ConnectionBudget {
    private volatile int max;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong lastId = new AtomicLong();

    /// @param max connections, at least 1
    /// @throws IllegalArgumentException if it is less
    public ConnectionBudget(int max) {
        this.max = atLeastOne(max);
    }

    /// Another number from now on. Connections beyond it stay; no further one is let in until
    /// enough have gone.
    ///
    /// @throws IllegalArgumentException if it is less than 1
    public void changeMax(int connections) {
        max = atLeastOne(connections);
    }

    private static int atLeastOne(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("a budget of " + max + " connections lets nobody in; at least 1");
        }
        return max;
    }

    /// The most connections there may be.
    public int max() {
        return max;
    }

    /// The connections there are.
    public int open() {
        return open.get();
    }

    boolean take() {
        int most = max; // may change meanwhile
        return open.getAndUpdate(n -> n < most ? n + 1 : n) < most;
    }

    void giveBack() {
        open.decrementAndGet();
    }

    /// Ids grow in the order of acceptance over all listeners, the order `ctl.who` lists.
    long nextId() {
        return lastId.incrementAndGet();
    }
}
