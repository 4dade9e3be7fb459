package org.wirechief.net;

import java.util.TreeSet;
import java.util.function.Consumer;

/// The timers of one loop, next one first. Loop thread only. A tree, so that the timer of a
/// connection that ends early is gone at once and does not hold the connection in memory.
final class TimerQueue {
    private final TreeSet<LoopTimer> timers = new TreeSet<>();

    void add(LoopTimer timer) {
        timers.add(timer);
    }

    void remove(LoopTimer timer) {
        timers.remove(timer);
    }

    /// Milliseconds from `now` until the next timer is due, rounded up: 0 when one is, -1 when
    /// there is none.
    long millisToNext(long now) {
        if (timers.isEmpty()) {
            return -1;
        }
        long nanos = timers.first().at() - now;
        return nanos <= 0 ? 0 : (nanos + 999_999) / 1_000_000;
    }

    /// Hands over every timer that is due, in order.
    void fire(long now, Consumer<LoopTimer> run) {
        while (!timers.isEmpty() && timers.first().at() - now <= 0) {
            run.accept(timers.pollFirst());
        }
    }
}
