package org.wirechief.net;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.PollSet;

/// How the thread of a FIFO waits. Where the system will not let it, it pauses, or it would spin.
/// That thread only.
final class FifoWait {
    private static final long PAUSE_MILLIS = 100;

    private final PollSet set;
    private final LongAdder errors;
    private final Consumer<? super LinuxException> log;
    private boolean failing;

    /// @param set what is waited for
    /// @param errors counts failures
    /// @param log is told the first of those that follow each other
    FifoWait(PollSet set, LongAdder errors, Consumer<? super LinuxException> log) {
        this.set = set;
        this.errors = errors;
        this.log = log;
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
            failing = false;
        } catch (LinuxException e) {
            failed(e);
        }
    }

    private void failed(LinuxException e) {
        errors.increment();
        if (!failing) {
            failing = true;
            log.accept(e);
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            // nobody interrupts this thread but its own handler, and that is over
        }
    }
}
