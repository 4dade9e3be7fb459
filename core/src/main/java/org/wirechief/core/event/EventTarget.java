package org.wirechief.core.event;

/// Where a transport delivers to. What goes to equal targets goes through one [EventLine], so that
/// it keeps its order whatever the events are.
public interface EventTarget {
    EventEncoder encoder();

    /// How much may wait for it.
    LineLimits limits();

    /// How much may wait for all targets of the transport. When it is used up, the receiver's own
    /// events give way, or the new one does.
    EventBudget budget();

    /// What happens to the events of all targets of the transport, counted.
    EventCounters totals();

    /// Something waits in a line that was idle, to be taken with [EventLine#take()] until that
    /// answers null. Called by whoever raises, so it returns at once.
    void ready(EventLine line);
}
