package org.wirechief.net;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Ends a write that does not end, from a virtual thread of its own. Looks every second while
/// something is written now and then, so that a write need not wake it; else it rests until the
/// next write.
final class StallWatch {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final long NOT_WRITING = 0;

    private final Duration limit;
    private final Runnable giveUp;
    private final Thread thread;
    private volatile long writingSince = NOT_WRITING;
    private volatile boolean resting;
    private volatile boolean stopped;
    /// Whether something was written since it looked last.
    private volatile boolean used;

    /// @param limit how long a write may take
    /// @param giveUp makes a write that takes longer end
    StallWatch(Duration limit, Runnable giveUp) {
        this.limit = limit;
        this.giveUp = giveUp;
        this.thread = Thread.ofVirtual().name("outlet watch").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// A write begins. One thread at a time.
    void begin() {
        writingSince = System.nanoTime() | 1;
        used = true;
        if (resting) {
            resting = false;
            LockSupport.unpark(thread);
        }
    }

    void end() {
        writingSince = NOT_WRITING;
    }

    /// Looks no more.
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    /// What its thread does: it rests while that is [Thread.State#WAITING].
    Thread.State state() {
        return thread.getState();
    }

    private void run() {
        while (!stopped) {
            if (used) {
                used = false;
                LockSupport.parkNanos(this, PERIOD.toNanos());
                look();
            } else {
                rest();
            }
        }
    }

    private void look() {
        long since = writingSince;
        if (since != NOT_WRITING) {
            used = true;
            if (System.nanoTime() - since > limit.toNanos()) {
                giveUp.run();
            }
        }
    }

    private void rest() {
        resting = true;
        // one that began before may not have seen it
        while (!used && !stopped) {
            LockSupport.park(this);
        }
        resting = false;
    }
}
