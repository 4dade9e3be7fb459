package org.wirechief.server.events;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// So many in a second at most. Safe for use by several threads.
final class SecondlyBound {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int most;
    private final LongSupplier nanos;
    private long begin;
    private int inThisSecond;

    /// @param nanos a time that does not jump
    SecondlyBound(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /// Whether one more is within the bound; it counts then.
    synchronized boolean takes() {
        long now = nanos.getAsLong();
        if (now - begin >= SECOND) {
            begin = now;
            inThisSecond = 0;
        }
        boolean fits = inThisSecond < most;
        inThisSecond += fits ? 1 : 0;
        return fits;
    }
}
