package org.wirechief.client;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Room for so many calls under way on one link. It bounds what a link remembers.
final class Places {
    private final int count;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int taken;
    private boolean closed;

    Places(int count) {
        this.count = count;
    }

    /// Waits for a place, or lets the call end when its deadline passes; one whose time begins with
    /// its turn waits as long as those before it take. With a place it is the call's turn.
    ///
    /// @return whether it has one
    boolean take(Exchange call) throws InterruptedException {
        boolean has = lineUp(call);
        if (has) {
            call.turn();
        }
        return has;
    }

    /// As [#take], where calls with a place still wait for each other.
    boolean lineUp(Exchange call) throws InterruptedException {
        boolean has = lined(call);
        if (!has) {
            call.late();
        }
        return has;
    }

    private boolean lined(Exchange call) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (taken >= count && !closed) {
                long left = call.left();
                if (left <= 0 || call.isOver()) {
                    return false;
                }
                var _ = changed.awaitNanos(left);
            }
            taken++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            taken--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// From now on everybody gets in at once: nothing is sent any more.
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until nobody has a place, but not for long. An interrupt is left for later.
    void awaitEmpty(Duration atMost) {
        boolean interrupted = Thread.interrupted();
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (taken > 0 && left > 0) {
                try {
                    left = changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            lock.unlock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What to say to a call that waited in vain.
    String remark() {
        lock.lock();
        try {
            return taken < count ? "" : "; " + count + " calls are unanswered";
        } finally {
            lock.unlock();
        }
    }
}
