package org.wirechief.endpoint.ctl;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirechief.wire.ReplyBuffer;

/// Commands that may wait, each on a virtual thread of its own. Who starts them bounds their
/// number: one a connection, so many a datagram door.
final class BlockingCalls {
    private static final Logger LOG = System.getLogger(BlockingCalls.class.getName());

    private final Phaser running = new Phaser(1);

    BlockingCalls() {}

    /// A finished answer: its packet, and what to do once that is sent.
    record Answer(ReplyBuffer packet, List<Runnable> afterSend) {}

    /// Runs a call.
    ///
    /// @param where runs what follows: the loop, or the call's own thread
    /// @param deliver gets the answer
    /// @param failed runs instead when there is none
    void run(String command, Supplier<Answer> call, Executor where, Consumer<Answer> deliver, Runnable failed) {
        running.register();
        Thread.ofVirtual().name("call " + command).start(() -> {
            try {
                Answer answer = call.get();
                hand(command, where, () -> deliver.accept(answer));
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "call of " + command + " ended without an answer", e);
                hand(command, where, failed);
            } finally {
                running.arriveAndDeregister();
            }
        });
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
    boolean await(Duration limit) throws InterruptedException {
        int phase = running.arriveAndDeregister();
        try {
            running.awaitAdvanceInterruptibly(phase, limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
