package org.wirechief.net;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The time limits of one connection. Loop thread only.
///
/// The waits note when something began to take time, by the loop's clock; one timer, set to the
/// earliest limit, looks whether it still does, and then counts and closes. A wait that ends before
/// its limit costs no timer operation, and one that goes on none either: it only ends later.
final class ConnectionClock {
    private static final Duration LINGER = Duration.ofSeconds(1);

    /// For the rest of a request.
    final Wait request;
    /// For anything at all.
    final Wait idle;
    /// For the peer to take queued bytes.
    final Wait stall;
    /// For the peer to close its side after ours is closed.
    final Wait linger;

    private final List<Wait> waits;
    private final EventLoop loop;
    private final Runnable close;
    private @Nullable LoopTimer timer;
    /// Whether a wait has begun since the timer was set.
    private boolean begun;

    ConnectionClock(EventLoop loop, StreamLimits limits, NetCounters counters, Runnable close) {
        this.loop = loop;
        this.close = close;
        request = new Wait(limits.requestTimeout(), counters.timedOutRequest);
        idle = new Wait(limits.idleTimeout(), counters.timedOutIdle);
        stall = new Wait(limits.stallTimeout(), counters.timedOutStalled);
        linger = new Wait(LINGER, counters.timedOutLinger);
        waits = List.of(request, idle, stall, linger);
    }

    /// Sets the timer to the earliest limit.
    void arm() {
        if (!begun) {
            return;
        }
        begun = false;
        long now = loop.now();
        long next = Long.MAX_VALUE;
        for (Wait wait : waits) {
            next = Math.min(next, wait.left(now));
        }
        if (next == Long.MAX_VALUE || (timer != null && timer.at() - now <= next)) {
            return;
        }
        stop();
        timer = loop.schedule(Duration.ofNanos(next), this::fire);
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void fire() {
        timer = null;
        long now = loop.now();
        for (Wait wait : waits) {
            if (wait.left(now) <= 0) {
                wait.expired.increment();
                close.run();
                return;
            }
        }
        begun = true;
        arm();
    }

    /// One thing a connection waits for, no longer than its limit; a limit of 0 is none.
    final class Wait {
        private final long limit;
        private final LongAdder expired;
        private boolean running;
        private long since;

        private Wait(Duration limit, LongAdder expired) {
            this.limit = limit.toNanos();
            this.expired = expired;
        }

        /// Starts the wait unless it is running, or ends it.
        void set(boolean waiting) {
            if (waiting && !running) {
                restart();
                begun = true;
            }
            running = waiting;
        }

        /// Something moved: the limit counts from here.
        void restart() {
            since = loop.now();
        }

        private long left(long now) {
            return running && limit > 0 ? since + limit - now : Long.MAX_VALUE;
        }
    }
}
