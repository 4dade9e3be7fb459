package org.wirechief.net;

import org.jspecify.annotations.Nullable;

/// A request whose reply FIFO is not open yet. Compared by identity.
final class WaitingRequest {
    private final ReplyQueue queue;
    private final FifoRequest request;
    private final int bytes;
    private final long since;
    private final long patience;
    private boolean waiting;
    /// Its neighbours in [WaitingRequests], which alone touches them.
    @Nullable
    WaitingRequest older;

    @Nullable
    WaitingRequest newer;

    /// @param patience nanoseconds that it waits for a reader
    WaitingRequest(ReplyQueue queue, FifoRequest request, int bytes, long since, long patience) {
        this.queue = queue;
        this.request = request;
        this.bytes = bytes;
        this.since = since;
        this.patience = patience;
    }

    ReplyQueue queue() {
        return queue;
    }

    FifoRequest request() {
        return request;
    }

    int bytes() {
        return bytes;
    }

    /// It has to wait.
    ///
    /// @return whether that is new
    boolean waits() {
        boolean before = waiting;
        waiting = true;
        return !before;
    }

    long patience() {
        return patience;
    }

    /// When it came, in the sense of [System#nanoTime()].
    long since() {
        return since;
    }
}
