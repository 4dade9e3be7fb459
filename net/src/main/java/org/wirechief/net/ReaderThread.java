package org.wirechief.net;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// One of the threads of [DatagramReaders].
final class ReaderThread {
    private static final System.Logger LOG = System.getLogger(ReaderThread.class.getPackageName());

    private final ReaderTurns turns;
    private final int longest;
    private final DatagramHandler handler;
    private final ReplyDesk desk;
    private final DatagramReplies replies = this::send;
    private final DatagramCounters counters;
    private final Thread thread;
    private final CompletableFuture<Long> id = new CompletableFuture<>();
    private Runnable atEnd = () -> {};
    /// Whether more of a batch is to be handled; the reader's own.
    private boolean more;

    /// @param longest bytes of the longest request
    ReaderThread(
            String name,
            ReaderTurns turns,
            int longest,
            DatagramHandler handler,
            ReplyDesk desk,
            DatagramCounters counters) {
        this.turns = turns;
        this.longest = longest;
        this.handler = handler;
        this.desk = desk;
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
            var taken = new TakenDatagram(longest);
            for (boolean over = false; !over; ) {
                boolean isThere = turns.take(taken);
                more = isThere && taken.hasMore();
                if (isThere) {
                    handle(taken);
                }
                if (!more) {
                    desk.flush();
                    over = turns.isOver();
                }
            }
        } catch (Throwable t) {
            LOG.log(System.Logger.Level.ERROR, "the thread " + thread.getName() + " has failed", t);
            handler.failed(t);
        } finally {
            atEnd.run();
        }
    }

    /// Its own answers wait for those to the rest of the batch; other threads' do not.
    private void send(DatagramPeer peer, byte[] bytes, int from, int to) {
        if (isCurrent() && more) {
            desk.add(peer, bytes, from, to);
        } else {
            desk.send(peer, bytes, from, to);
        }
    }

    private void handle(TakenDatagram taken) {
        try {
            if (taken.isCut()) {
                counters.tooLong.increment();
                handler.tooLong(taken.peer(), taken.bytes(), 0, taken.length(), replies);
            } else {
                handler.received(taken.peer(), taken.bytes(), 0, taken.length(), replies);
            }
        } catch (Throwable t) {
            counters.handlerErrors.increment();
            LOG.log(System.Logger.Level.ERROR, "the handler of " + thread.getName() + " failed on " + taken.peer(), t);
        } finally {
            // a handler's interrupt is not one of the next
            var _ = Thread.interrupted();
        }
    }
}
