package org.wirechief.core.event;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// Puts events into the lines of their receivers: of a few at once, of many on a transport's
/// thread, so that whoever raises pays the same however many there are. What one thread raises
/// keeps its order. Safe for use by several threads.
final class Spreading {
    /// To so many receivers whoever raises an event gives it at once.
    static final int FEW = 1_000;

    /// So many events may wait here; whoever raises a further one does the work of one that waits.
    static final int MOST = 64;

    private final List<EventTransport> transports;
    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    /// Those that wait or are under way.
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ReentrantLock turn = new ReentrantLock();

    Spreading(List<EventTransport> transports) {
        this.transports = transports;
    }

    /// @param delivery puts the event into all lines
    void spread(int receivers, Runnable delivery) {
        if (receivers <= FEW && unfinished.get() == 0) {
            delivery.run();
            return;
        }
        waiting.add(delivery);
        int ahead = unfinished.incrementAndGet();
        schedule();
        if (ahead > MOST) {
            deliver(1);
        }
    }

    private void schedule() {
        if (!scheduled.compareAndSet(false, true)) {
            return;
        }
        for (EventTransport transport : transports) {
            if (transport.runSoon(this::step)) {
                return;
            }
        }
        scheduled.set(false);
        deliver(unfinished.get());
    }

    /// One at a time, or the transport would send nothing while more comes.
    private void step() {
        scheduled.set(false);
        deliver(1);
        if (!waiting.isEmpty()) {
            schedule();
        }
    }

    private void deliver(int most) {
        turn.lock();
        try {
            for (int i = 0; i < most; i++) {
                Runnable next = waiting.poll();
                if (next == null) {
                    return;
                }
                try {
                    next.run();
                } finally {
                    unfinished.decrementAndGet();
                }
            }
        } finally {
            turn.unlock();
        }
    }
}
