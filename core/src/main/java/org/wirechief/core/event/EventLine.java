package org.wirechief.core.event;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// The events that wait for one receiver, in the order they were raised, within its [LineLimits].
///
/// Whoever raises puts them in and never waits; the transport takes them out at its own pace.
public final class EventLine {
    private final EventTarget target;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private int bytes;
    /// Whether the transport knows that something is here.
    private boolean ready;

    /// An event on its way. Whoever took it reports what became of it, once.
    public static final class Waiting {
        private final byte[] bytes;
        private final Subscription subscription;
        private final EventCounters totals;

        private Waiting(byte[] bytes, Subscription subscription, EventCounters totals) {
            this.bytes = bytes;
            this.subscription = subscription;
            this.totals = totals;
        }

        /// The event in its receiver's dialect, not to be changed.
        public byte[] bytes() {
            return bytes;
        }

        public void sent() {
            subscription.counters().sent.increment();
            totals.sent.increment();
        }

        public void failed() {
            subscription.counters().failed.increment();
            totals.failed.increment();
        }

        public void dropped() {
            subscription.counters().dropped.increment();
            totals.dropped.increment();
        }
    }

    EventLine(EventTarget target) {
        this.target = target;
    }

    public EventTarget target() {
        return target;
    }

    /// The one that has waited longest; null when none waits, and then the line is idle: the next
    /// one is announced again.
    public synchronized @Nullable Waiting take() {
        Waiting first = waiting.pollFirst();
        if (first == null) {
            ready = false;
        } else {
            bytes -= first.bytes.length;
        }
        return first;
    }

    /// Whether nothing waits, and nobody is about to take anything.
    synchronized boolean isIdle() {
        return !ready;
    }

    void add(byte[] encoded, Subscription subscription) {
        Waiting event = new Waiting(encoded, subscription, target.totals());
        boolean announce;
        synchronized (this) {
            if (!makeRoom(encoded.length)) {
                event.dropped();
                return;
            }
            waiting.addLast(event);
            bytes += encoded.length;
            announce = !ready;
            ready = true;
        }
        if (announce) {
            target.ready(this);
        }
    }

    /// Counts an event that could not be encoded for the receiver.
    void failed(Subscription subscription) {
        new Waiting(new byte[0], subscription, target.totals()).failed();
    }

    private boolean makeRoom(int length) {
        LineLimits limits = target.limits();
        return switch (limits.overflow()) {
            case DROP_NEWEST -> fits(length, limits);
            case DROP_OLDEST -> {
                while (!fits(length, limits)) {
                    Waiting oldest = waiting.removeFirst();
                    bytes -= oldest.bytes.length;
                    oldest.dropped();
                }
                yield true;
            }
        };
    }

    private boolean fits(int length, LineLimits limits) {
        return waiting.isEmpty() || (waiting.size() < limits.events() && bytes <= limits.bytes() - length);
    }
}
