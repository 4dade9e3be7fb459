package org.wirechief.net;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// What a thread does when something fails that it would try again at once: counts it, tells the
/// log, and pauses, or it would spin. One thread at a time.
final class Backoff {
    private static final long PAUSE_MILLIS = 100;

    private final LongAdder errors;
    private final Consumer<? super IOException> log;
    private final CountDownLatch ended;
    private boolean failing;

    /// @param errors counts failures
    /// @param log is told the first of those that follow each other
    /// @param ended at zero ends the pause, and there are no more
    Backoff(LongAdder errors, Consumer<? super IOException> log, CountDownLatch ended) {
        this.errors = errors;
        this.log = log;
        this.ended = ended;
    }

    /// It did not fail this time.
    void worked() {
        failing = false;
    }

    /// It failed; returns when it may be tried again.
    void failed(IOException e) {
        errors.increment();
        if (!failing) {
            failing = true;
            log.accept(e);
        }
        try {
            var _ = ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            // nobody interrupts such a thread but its own handler, and that is over
        }
    }
}
