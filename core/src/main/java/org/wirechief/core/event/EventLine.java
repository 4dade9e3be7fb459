package org.wirechief.core.event;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The events that wait for one receiver, in the order they were raised, within its [LineLimits].
///
/// Whoever raises puts them in and never waits; the transport takes them out at its own pace. What
/// waits for a subscription that has ended is dropped.
public final class EventLine {
    private final EventTarget target;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private int bytes;
    /// Whether the transport knows that something is here.
    private boolean ready;
    /// How many were taken of which nobody knows yet what became of them.
    private int taken;
    /// Kept by [Events], under its lock.
    private int subscriptions;

    /// An event on its way. Whoever took it reports what became of it, once.
    public static final class Waiting {
        private final byte[] bytes;
        private final Subscription subscription;
        private final EventLine line;

        private Waiting(byte[] bytes, Subscription subscription, EventLine line) {
            this.bytes = bytes;
            this.subscription = subscription;
            this.line = line;
            subscription.counters().raised.increment();
            line.target.totals().raised.increment();
        }

        /// The event in its receiver's dialect, not to be changed.
        public byte[] bytes() {
            return bytes;
        }

        /// Whether nobody wants it any more, so that it is to be dropped.
        public boolean isUnwanted() {
            return subscription.hasEnded();
        }

        public void sent() {
            count(counters -> counters.sent);
            line.settled(this);
        }

        public void failed() {
            count(counters -> counters.failed);
            line.settled(this);
        }

        public void dropped() {
            count(counters -> counters.dropped);
            line.settled(this);
        }

        private void count(Function<EventCounters, LongAdder> which) {
            which.apply(subscription.counters()).increment();
            which.apply(line.target.totals()).increment();
        }
    }

    EventLine(EventTarget target) {
        this.target = target;
    }

    public EventTarget target() {
        return target;
    }

    /// The one that has waited longest; null when none waits, and then the next one is announced
    /// again.
    public synchronized @Nullable Waiting take() {
        Waiting first = pollFirst();
        while (first != null && first.isUnwanted()) {
            drop(first);
            first = pollFirst();
        }
        if (first == null) {
            ready = false;
        } else {
            taken++;
        }
        return first;
    }

    /// Fails all that waits at this moment; the next one is announced again.
    public synchronized void failAll() {
        for (Waiting one = pollFirst(); one != null; one = pollFirst()) {
            if (one.isUnwanted()) {
                drop(one);
            } else {
                one.count(counters -> counters.failed);
                target.budget().giveBack(one.bytes.length);
            }
        }
        ready = false;
    }

    /// How many there are to take at the moment.
    public synchronized int size() {
        return waiting.size();
    }

    /// Whether nothing waits, nobody is about to take anything, and what was taken has left: what
    /// goes the same way through another line cannot overtake it.
    synchronized boolean isIdle() {
        return !ready && taken == 0;
    }

    /// Somebody more, or less, has subscribed.
    void use(int difference) {
        subscriptions += difference;
    }

    boolean isUsed() {
        return subscriptions > 0;
    }

    void add(byte[] encoded, Subscription subscription) {
        Waiting event = new Waiting(encoded, subscription, this);
        boolean announce;
        synchronized (this) {
            if (event.isUnwanted() || !makeRoom(encoded.length)) {
                event.count(counters -> counters.dropped);
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
        new Waiting(new byte[0], subscription, this).count(counters -> counters.failed);
    }

    private synchronized void settled(Waiting event) {
        taken--;
        target.budget().giveBack(event.bytes.length);
    }

    private void drop(Waiting event) {
        event.count(counters -> counters.dropped);
        target.budget().giveBack(event.bytes.length);
    }

    private @Nullable Waiting pollFirst() {
        Waiting first = waiting.pollFirst();
        if (first != null) {
            bytes -= first.bytes.length;
        }
        return first;
    }

    /// Whether it may wait, and is counted in the budget then.
    private boolean makeRoom(int length) {
        LineLimits limits = target.limits();
        return switch (limits.overflow()) {
            case DROP_NEWEST -> fits(length, limits) && target.budget().take(length);
            case DROP_OLDEST -> {
                if (!target.budget().hasRoom(length, waiting.size(), bytes)) {
                    // all of them would have given way for nothing
                    yield false;
                }
                while (!fits(length, limits)) {
                    dropOldest();
                }
                boolean paid = target.budget().take(length);
                while (!paid && dropOldest()) {
                    paid = target.budget().take(length);
                }
                yield paid;
            }
        };
    }

    private boolean dropOldest() {
        Waiting oldest = pollFirst();
        if (oldest != null) {
            drop(oldest);
        }
        return oldest != null;
    }

    private boolean fits(int length, LineLimits limits) {
        return waiting.isEmpty() || (waiting.size() < limits.events() && bytes <= limits.bytes() - length);
    }
}
