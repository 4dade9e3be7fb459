package org.wirechief.net;

import org.jspecify.annotations.Nullable;

/// The requests of one listener whose reply FIFOs are not open yet, in the order they came, and
/// what they hold. A request is its own link: of many that come together each is here for a moment
/// only. FIFO's thread only.
final class WaitingRequests {
    private @Nullable WaitingRequest oldest;
    private @Nullable WaitingRequest newest;
    private int count;
    private long bytes;

    int count() {
        return count;
    }

    /// What they keep in memory.
    long bytes() {
        return bytes;
    }

    @Nullable
    WaitingRequest oldest() {
        return oldest;
    }

    void add(WaitingRequest request) {
        WaitingRequest before = newest;
        request.older = before;
        if (before == null) {
            oldest = request;
        } else {
            before.newer = request;
        }
        newest = request;
        count++;
        bytes += request.bytes();
    }

    /// @param request one that was added and not removed since
    void remove(WaitingRequest request) {
        WaitingRequest before = request.older;
        WaitingRequest after = request.newer;
        if (before == null) {
            oldest = after;
        } else {
            before.newer = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.older = before;
        }
        request.older = null;
        request.newer = null;
        count--;
        bytes -= request.bytes();
    }
}
