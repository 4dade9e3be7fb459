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
import org.wirechief.wire.binrpc.ReplyBuffer;

/// Commands that may wait, each on a virtual thread of its own; the finished answer goes back to
/// the loop. At most one runs a connection, so the connections bound their number.
final class BlockingCalls {
    private static final Logger LOG = System.getLogger(BlockingCalls.class.getName());

    private final Executor loop;
    private final Phaser running = new Phaser(1);

    /// @param loop where answers are handed over
    BlockingCalls(Executor loop) {
        this.loop = loop;
    }

    /// A finished answer: its packet, and what to do once that is sent.
    record Answer(ReplyBuffer packet, List<Runnable> afterSend) {}

    /// @param deliver takes the answer, on the loop
    /// @param giveUp is run in its place, on the loop, when the call ends without one
    void run(String command, Supplier<Answer> call, Consumer<Answer> deliver, Runnable giveUp) {
        running.register();
        Thread.ofVirtual().name("call " + command).start(() -> {
            try {
                Answer answer = call.get();
                onLoop(command, () -> deliver.accept(answer));
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "call of " + command + " ended without an answer", e);
                onLoop(command, giveUp);
            } finally {
                running.arriveAndDeregister();
            }
        });
    }

    private void onLoop(String command, Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "call of {0} ended when the server had stopped: nobody gets its answer", command);
        }
    }

    /// Waits for those that run.
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
