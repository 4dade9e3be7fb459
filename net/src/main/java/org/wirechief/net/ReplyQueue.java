package org.wirechief.net;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.NamedPipe;

/// The requests that name one reply FIFO, in their order. FIFO's thread only.
final class ReplyQueue implements Retried {
    private static final long FIRST_PAUSE = 2_000_000;
    private static final long LONGEST_PAUSE = 50_000_000;

    private final ReplyPath path;
    private final ArrayDeque<WaitingRequest> requests = new ArrayDeque<>(2);
    private @Nullable NamedPipe kept;
    private boolean busy;
    private boolean scheduled;
    private boolean attempting;
    private long free;
    private long pause = FIRST_PAUSE;
    private long nextTry;

    /// @param now in the sense of [System#nanoTime()]
    ReplyQueue(ReplyPath path, long now) {
        this.path = path;
        this.free = now;
    }

    ReplyPath path() {
        return path;
    }

    void add(WaitingRequest request) {
        requests.addLast(request);
    }

    @Nullable
    WaitingRequest first() {
        return requests.peekFirst();
    }

    WaitingRequest removeFirst() {
        return requests.removeFirst();
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    /// When the first request has waited long enough. Its time begins when the reply before it was
    /// gone.
    long deadline(WaitingRequest request) {
        return (request.since() - free > 0 ? request.since() : free) + request.patience();
    }

    /// Whether a request of this queue is running or being answered.
    boolean isBusy() {
        return busy;
    }

    void take() {
        busy = true;
    }

    void free(long now) {
        busy = false;
        free = now;
        pause = FIRST_PAUSE;
    }

    /// Keeps the FIFO open for the request that follows: who reads to the end gets all replies, and
    /// none is written after it has seen one.
    void keepOpen(NamedPipe pipe) {
        kept = pipe;
    }

    /// The FIFO that was kept open, once.
    @Nullable
    NamedPipe takeKept() {
        NamedPipe pipe = kept;
        kept = null;
        return pipe;
    }

    /// Whether it is in the schedule of those to be tried again.
    boolean isScheduled() {
        return scheduled;
    }

    /// Nobody reads it yet: the pauses grow from 2 to 50 ms.
    void tryLater(long now) {
        scheduled = true;
        nextTry = now + pause;
        pause = Math.min(2 * pause, LONGEST_PAUSE);
    }

    /// The reply before is gone: the next one's turn is soon.
    void trySoon(long now) {
        scheduled = true;
        nextTry = now;
    }

    void unscheduled() {
        scheduled = false;
    }

    @Override
    public long nextTry() {
        return nextTry;
    }

    /// Lets only one attempt at a time through: a request that is answered at once would begin
    /// another inside the first.
    boolean begin() {
        boolean first = !attempting;
        attempting = true;
        return first;
    }

    void end() {
        attempting = false;
    }

    boolean isAttempting() {
        return attempting;
    }
}
