package org.wirechief.net;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// One of the threads of [DatagramReaders].
final class ReaderThread {
    private static final System.Logger LOG = System.getLogger(ReaderThread.class.getPackageName());

    private final ReaderTurns turns;
    private final int longest;
    private final DatagramHandler handler;
    private final DatagramReplies replies;
    private final DatagramCounters counters;
    private final Thread thread;
    private final CompletableFuture<Long> id = new CompletableFuture<>();
    private Runnable atEnd = () -> {};

    /// @param longest bytes of the longest request
    ReaderThread(
            String name,
            ReaderTurns turns,
            int longest,
            DatagramHandler handler,
            DatagramReplies replies,
            DatagramCounters counters) {
        this.turns = turns;
        this.longest = longest;
        this.handler = handler;
        this.replies = replies;
        this.counters = counters;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /// @param left runs when the thread has used the socket for the last time
    void start(Runnable left) {
        atEnd = left;
        thread.start();
    }

    long threadId() {
        return id.join();
    }

    boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    boolean join(Duration timeout) throws InterruptedException {
        return thread.join(timeout);
    }

    void joinUninterruptibly() {
        LinuxThread.joinUnlessCurrent(thread);
    }

    private void run() {
        try {
            id.complete(LinuxThread.id());
            byte[] bytes = new byte[longest];
            while (!turns.isOver()) {
                DatagramSource.Taken taken = turns.take(bytes);
                if (taken != null) {
                    handle(taken, bytes);
                }
            }
        } catch (Throwable t) {
            LOG.log(System.Logger.Level.ERROR, "the thread " + thread.getName() + " has failed", t);
            handler.failed(t);
        } finally {
            atEnd.run();
        }
    }

    private void handle(DatagramSource.Taken taken, byte[] bytes) {
        try {
            if (taken.cut()) {
                counters.tooLong.increment();
                handler.tooLong(taken.peer(), bytes, 0, taken.length(), replies);
            } else {
                handler.received(taken.peer(), bytes, 0, taken.length(), replies);
            }
        } catch (Throwable t) {
            counters.handlerErrors.increment();
            LOG.log(System.Logger.Level.ERROR, "the handler of " + thread.getName() + " failed on " + taken.peer(), t);
        } finally {
            // a handler's interrupt must not close the channel the next datagram comes from
            var _ = Thread.interrupted();
        }
    }
}
