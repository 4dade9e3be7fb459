package org.wirechief.endpoint.calls;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// [BlockingCalls] of a datagram door, where no connection holds the next request back: so many run
/// at the same time, further ones are turned away. Safe for use by several threads.
public final class BoundedCalls {
    /// Enough for commands that wait a moment; a virtual thread and a request each.
    public static final int USUAL = 64;

    private final BlockingCalls calls;
    private final Semaphore free;

    /// Bounds those that are started here.
    public BoundedCalls(BlockingCalls calls, int most) {
        this.calls = calls;
        this.free = new Semaphore(most);
    }

    /// Runs a call, whose answer is delivered on its own thread.
    ///
    /// @return false when too many run already; this one does not run
    public <A> boolean run(String command, Supplier<A> call, Consumer<? super A> deliver) {
        if (!free.tryAcquire()) {
            return false;
        }
        // also when delivering fails, after which the call counts as failed
        AtomicBoolean running = new AtomicBoolean(true);
        Runnable over = () -> {
            if (running.compareAndSet(true, false)) {
                free.release();
            }
        };
        try {
            calls.run(
                    command,
                    call,
                    Runnable::run,
                    answer -> {
                        over.run();
                        deliver.accept(answer);
                    },
                    over);
        } catch (Throwable t) {
            over.run();
            throw t;
        }
        return true;
    }
}
