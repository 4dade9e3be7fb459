package org.wirechief.net;

/// One action an [EventLoop] runs later. See [EventLoop#schedule(java.time.Duration, Runnable)].
public final class LoopTimer implements Comparable<LoopTimer> {
    private final EventLoop loop;
    private final long at;
    private final long sequence;
    private final Runnable action;
    private volatile boolean cancelled;

    LoopTimer(EventLoop loop, long at, long sequence, Runnable action) {
        this.loop = loop;
        this.at = at;
        this.sequence = sequence;
        this.action = action;
    }

    /// Gives the action up. From any thread; on the loop it is certain not to run afterwards, from
    /// elsewhere it may just be running. Does nothing when it has run.
    public void cancel() {
        cancelled = true;
        loop.forget(this);
    }

    /// When the action is due, in the sense of [System#nanoTime()].
    long at() {
        return at;
    }

    void run() {
        if (!cancelled) {
            action.run();
        }
    }

    @Override
    public int compareTo(LoopTimer other) {
        // nanoTime may wrap: only differences may be compared
        int order = Long.compare(at - other.at, 0);
        return order != 0 ? order : Long.compare(sequence, other.sequence);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence);
    }
}
