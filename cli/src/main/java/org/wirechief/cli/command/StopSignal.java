package org.wirechief.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// INT and TERM for a subcommand that runs until it is stopped: they end its waiting, it finishes
/// what it prints, and the process ends with its exit code instead of a signal's.
///
/// ```java
/// try (StopSignal stop = StopSignal.watch()) {
///     stop.await();
///     stdio.out().flush();
///     return stop.ending(ExitCode.SUCCESS).code();
/// }
/// ```
public final class StopSignal implements AutoCloseable {
    /// How long a process that is told to end waits for its output to be taken.
    private static final int LIMIT_SECONDS = 5;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::told, "stop");
    private volatile ExitCode exit = ExitCode.SUCCESS;

    private StopSignal() {}

    /// Watches from now on, until it is closed.
    public static StopSignal watch() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /// Waits for a signal, for [#raise()], or for an interrupt of this thread.
    public void await() {
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the waiting, from any thread.
    public void raise() {
        stop.countDown();
    }

    /// Says how it ends; what was to be printed is.
    public ExitCode ending(ExitCode code) {
        exit = code;
        return code;
    }

    /// Lets the process end.
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is ending already, and the hook sees to that
        }
    }

    private void told() {
        raise();
        try {
            if (finished.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exit.code());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
