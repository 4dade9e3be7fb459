package org.wirechief.endpoint.calls;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Commands that may wait, each on a virtual thread of its own. Who starts them bounds their
/// number: one a connection, so many a datagram door ([BoundedCalls]).
public final class BlockingCalls {
    private static final Logger LOG = System.getLogger(BlockingCalls.class.getName());

    private final Phaser running = new Phaser(1);
    private final Starter starter;

    /// Starts a thread.
    @FunctionalInterface
    interface Starter {
        void start(String name, Runnable task);
    }

    public BlockingCalls() {
        this((name, task) -> Thread.ofVirtual().name(name).start(task));
    }

    /// Calls that wait in the system's libraries, each on a platform thread, a daemon: a virtual
    /// one would keep its carrier from the others.
    public static BlockingCalls outsideJava() {
        return new BlockingCalls(
                (name, task) -> Thread.ofPlatform().daemon().name(name).start(task));
    }

    BlockingCalls(Starter starter) {
        this.starter = starter;
    }

    /// Runs a call. What keeps its thread from starting, for want of memory, is thrown, and nothing
    /// runs then.
    ///
    /// @param call makes the answer
    /// @param where runs what follows: the loop, or the call's own thread
    /// @param deliver gets the answer
    /// @param failed runs instead when there is none
    public <A> void run(
            String command, Supplier<A> call, Executor where, Consumer<? super A> deliver, Runnable failed) {
        running.register();
        Runnable task = () -> {
            try {
                A answer = call.get();
                hand(command, where, () -> deliver.accept(answer));
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "call of " + command + " ended without an answer", e);
                hand(command, where, failed);
            } finally {
                running.arriveAndDeregister();
            }
        };
        try {
            starter.start("call " + command, task);
        } catch (Throwable t) {
            running.arriveAndDeregister();
            throw t;
        }
    }

    private static void hand(String command, Executor where, Runnable task) {
        try {
            where.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "the answer of {0} came after the doors were closed", command);
        }
    }

    /// Waits for those that run. To be called once.
    ///
    /// @return false when some still run after `limit`
    public boolean await(Duration limit) throws InterruptedException {
        int phase = running.arriveAndDeregister();
        try {
            running.awaitAdvanceInterruptibly(phase, limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
