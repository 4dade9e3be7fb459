package org.wirechief.core.event;

import java.util.concurrent.atomic.AtomicLong;

/// How much may wait for all receivers of a transport together. Safe for use by several threads.
///
/// An event counts with its bytes and [#OVERHEAD] for each receiver it waits for, from when it is
/// raised until it has left, though receivers of one dialect share the bytes.
public final class EventBudget {
    /// About what an event takes besides its bytes.
    public static final int OVERHEAD = 64;

    private final long most;
    private final AtomicLong used = new AtomicLong();

    /// @param most bytes, at least 1
    public EventBudget(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("a budget of " + most + " bytes is none");
        }
        this.most = most;
    }

    boolean take(int length) {
        long cost = (long) length + OVERHEAD;
        boolean fits = used.addAndGet(cost) <= most;
        if (!fits) {
            used.addAndGet(-cost);
        }
        return fits;
    }

    /// Whether one more would fit, as it looks now, once so many events have given theirs back.
    ///
    /// @param bytes of those
    boolean hasRoom(int length, int events, int bytes) {
        return used.get() - bytes - (long) events * OVERHEAD + length + OVERHEAD <= most;
    }

    void giveBack(int length) {
        used.addAndGet(-length - (long) OVERHEAD);
    }

    /// What there is of it, bytes.
    public long most() {
        return most;
    }

    /// What is taken of it.
    public long used() {
        return used.get();
    }
}
