package org.wirechief.core.event;

import java.util.concurrent.atomic.LongAdder;

/// What became of events that were raised, counted: each is in the end in exactly one of these.
/// Safe for use by several threads.
public final class EventCounters {
    /// Raised for a receiver; those in none of the others wait.
    public final LongAdder raised = new LongAdder();

    /// Left for their receiver.
    public final LongAdder sent = new LongAdder();

    /// Could not leave: nobody is there, it takes nothing, or they are too long for it.
    public final LongAdder failed = new LongAdder();

    /// Gave way because too much waited already.
    public final LongAdder dropped = new LongAdder();

    /// How many wait at the moment.
    public long waiting() {
        // in this order: what is settled meanwhile must have been raised
        long settled = sent.sum() + failed.sum() + dropped.sum();
        return raised.sum() - settled;
    }

    /// All at zero.
    public EventCounters() {}
}
