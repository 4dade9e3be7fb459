package org.wirechief.net;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.wirechief.net.linux.ReceiveBatch;
import org.wirechief.net.linux.SenderMemory;

/// One of the threads of a [DatagramListener].
final class ReaderThread {
    private static final System.Logger LOG = System.getLogger(ReaderThread.class.getPackageName());

    /// An answer waits no longer for those of its batch, but for the one that is being made.
    private static final long LONGEST = 1_000_000;

    private final ReaderTurns turns;
    private final ReceiveBatch batch;
    private final SenderMemory<DatagramPeer> peers = new SenderMemory<>(DatagramPeer::of);
    private final byte[] bytes;
    private final DatagramHandler handler;
    private final ReplyDesk desk;
    private final DatagramReplies replies = new Replies();
    private final DatagramCounters counters;
    private final Thread thread;
    private final CompletableFuture<Long> id = new CompletableFuture<>();
    private Runnable atEnd = () -> {};
    /// Whether a batch is being handled; the reader's own.
    private boolean handling;

    /// @param threads makes the thread
    ReaderThread(ThreadFactory threads, ReaderTurns turns, DatagramHandler handler, ReplyDesk desk) {
        this.turns = turns;
        this.batch = turns.batch();
        this.bytes = new byte[batch.longest()];
        this.handler = handler;
        this.desk = desk;
        this.counters = turns.counters();
        this.thread = threads.newThread(this::run);
    }

    /// @param left runs when the thread has used the socket for the last time, also when it cannot
    ///     be started
    void start(Runnable left) {
        atEnd = left;
        try {
            thread.start();
        } catch (Throwable t) {
            left.run();
            throw t;
        }
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
            while (!turns.isOver()) {
                handle(turns.receive(batch));
            }
        } catch (Throwable t) {
            LOG.log(System.Logger.Level.ERROR, "the thread " + thread.getName() + " has failed", t);
            handler.failed(t);
        } finally {
            atEnd.run();
        }
    }

    private void handle(int received) {
        if (received == 0) {
            return;
        }
        handling = true;
        long since = System.nanoTime();
        for (int i = 0; i < received && !desk.isClosed(); i++) {
            handleOne(i);
            if (i + 1 < received && System.nanoTime() - since > LONGEST) {
                desk.flush();
                since = System.nanoTime();
            }
        }
        handled();
        handling = false;
        desk.flush();
    }

    private void handleOne(int index) {
        DatagramPeer peer = peers.of(batch, index);
        int length = batch.length(index);
        batch.copy(index, bytes, 0);
        try {
            if (batch.isCut(index)) {
                counters.tooLong.increment();
                handler.tooLong(peer, bytes, 0, length, replies);
            } else {
                handler.received(peer, bytes, 0, length, replies);
            }
        } catch (Throwable t) {
            failed("on " + peer, t);
        } finally {
            LinuxThread.clearInterrupt();
        }
    }

    private void handled() {
        try {
            handler.handled();
        } catch (Throwable t) {
            failed("at the end of a turn", t);
        }
    }

    private void failed(String where, Throwable thrown) {
        counters.handlerErrors.increment();
        LOG.log(System.Logger.Level.ERROR, "the handler of " + thread.getName() + " failed " + where, thrown);
    }

    /// The reader's own wait for the rest of its batch; other threads' do not.
    private final class Replies implements DatagramReplies {
        @Override
        public void send(DatagramPeer peer, byte[] answer, int from, int to) {
            if (isCurrent() && handling) {
                desk.add(peer, answer, from, to);
            } else {
                desk.send(peer, answer, from, to);
            }
        }

        @Override
        public void flush() {
            desk.flush();
        }
    }
}
