package org.wirechief.endpoint.ctl;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
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

    void run(String command, Supplier<Answer> call, Consumer<Answer> deliver) {
        running.register();
        Thread.ofVirtual().name("call " + command).start(() -> {
            try {
                Answer answer = call.get();
                loop.execute(() -> deliver.accept(answer));
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "call of " + command + " ended without an answer", e);
                throw e;
            } finally {
                running.arriveAndDeregister();
            }
        });
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
