package org.wirechief.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Has INT and TERM interrupt a thread, and the process wait until it has put its things in order.
/// The signal says how the process ends. What must happen even when that thread hangs, in a write
/// nobody reads for one, is given to [#tidying(Runnable)].
///
/// ```java
/// try (AtStop _ = AtStop.ofThisThread()) {
///     ... until interrupted ...
/// }
/// ```
public final class AtStop implements AutoCloseable {
    /// For what the thread still has to write; longer than a node is given to hear that nothing
    /// more is wanted.
    private static final long SECONDS = 3;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile Runnable tidy = () -> {};

    private AtStop(Thread worker) {
        this.hook = Thread.ofPlatform().name("stop").unstarted(() -> {
            worker.interrupt();
            tidy.run();
            awaitDone();
        });
    }

    /// From now on, until it is closed.
    public static AtStop ofThisThread() {
        AtStop stop = new AtStop(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /// From now on a signal runs this too, on another thread and at the same time.
    ///
    /// @param action ends by itself and throws nothing
    public void tidying(Runnable action) {
        tidy = action;
    }

    private void awaitDone() {
        try {
            var _ = done.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The thread has put its things in order.
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it runs, and is what this was for
        }
    }
}
