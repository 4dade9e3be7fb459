package org.wirechief.net;

import java.io.IOException;
import org.wirechief.net.linux.PollSet;

/// How the thread of a FIFO waits. That thread only.
final class FifoWait {
    private final PollSet set;
    private final Backoff backoff;
    private final Lookout lookout;

    /// @param set what is waited for
    /// @param backoff for when the system will not let it wait
    /// @param lookout whether to look for more before it sleeps
    FifoWait(PollSet set, Backoff backoff, Lookout lookout) {
        this.set = set;
        this.backoff = backoff;
        this.lookout = lookout;
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
            boolean found = millis != 0 && lookout.isWorthIt() && lookout.look(this::lookOnce) > 0;
            if (!found) {
                var _ = set.poll(millis);
            }
            backoff.worked();
        } catch (IOException e) {
            backoff.failed(e);
        }
    }

    private int lookOnce() throws IOException {
        return set.poll(0) ? 1 : 0;
    }
}
