package org.wirechief.client;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Room for so many calls under way on one link. It bounds what a link remembers.
final class Places {
    private final int count;
    private final Semaphore free;

    Places(int count) {
        this.count = count;
        this.free = new Semaphore(count);
    }

    /// Waits for a place, or lets the call end when its deadline passes; one whose time begins with
    /// its turn waits as long as those before it take. With a place it is the call's turn.
    ///
    /// @return whether it has one
    boolean take(Exchange call) throws InterruptedException {
        boolean taken = lineUp(call);
        if (taken) {
            call.turn();
        }
        return taken;
    }

    /// As [#take], where calls with a place still wait for each other.
    boolean lineUp(Exchange call) throws InterruptedException {
        boolean taken = free.tryAcquire(call.left(), TimeUnit.NANOSECONDS);
        while (!taken && call.waitsForItsTurn() && !call.isOver()) {
            taken = free.tryAcquire(call.left(), TimeUnit.NANOSECONDS);
        }
        if (!taken) {
            call.late();
        }
        return taken;
    }

    void leave() {
        free.release();
    }

    /// Waits until nobody has a place, but not for long. An interrupt is left for later.
    void awaitEmpty(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        boolean waited = false;
        while (!waited) {
            try {
                if (free.tryAcquire(count, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    free.release(count);
                }
                waited = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets everybody in who waits: nothing is sent any more.
    void open() {
        free.release(count);
    }

    /// What to say to a call that waited in vain.
    String remark() {
        return free.availablePermits() > 0 ? "" : "; " + count + " calls are unanswered";
    }
}
