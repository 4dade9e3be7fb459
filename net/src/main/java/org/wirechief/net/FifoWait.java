package org.wirechief.net;

import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.PollSet;

/// How the thread of a FIFO waits. That thread only.
final class FifoWait {
    private final PollSet set;
    private final Backoff backoff;

    /// @param set what is waited for
    /// @param backoff for when the system will not let it wait
    FifoWait(PollSet set, Backoff backoff) {
        this.set = set;
        this.backoff = backoff;
    }

    PollSet set() {
        return set;
    }

    /// Waits until something is ready; may also return early, for no reason. When waiting failed
    /// nothing is ready.
    ///
    /// @param millis at most
    void await(int millis) {
        try {
            var _ = set.poll(millis);
            backoff.worked();
        } catch (LinuxException e) {
            backoff.failed(e);
        }
    }
}
