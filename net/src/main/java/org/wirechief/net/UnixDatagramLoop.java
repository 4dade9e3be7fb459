package org.wirechief.net;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.Wakeup;

/// The life of the thread of one Unix datagram socket, and the way in for other threads. What the
/// thread does in each turn is in [UnixDatagramTurn].
final class UnixDatagramLoop implements DatagramReplies {

    /// What the thread still does; only ever the next one.
    private enum Phase {
        RECEIVING,
        /// Only answers are sent.
        ANSWERING,
        /// Ends when there is nothing more to send.
        DRAINING,
        CLOSING
    }

    private static final System.Logger LOG = System.getLogger(UnixDatagramLoop.class.getPackageName());

    private final UnixDatagramServerSocket socket;
    private final Wakeup wakeup;
    private final DatagramLimits limits;
    private final NetCounters counters;
    private final DatagramHandler handler;
    private final Thread thread;
    private final ReplyBudget budget;
    private final ReplyInbox inbox;
    private final CompletableFuture<Long> started = new CompletableFuture<>();
    private volatile Phase phase = Phase.RECEIVING;
    private boolean fileRemoved;
    private @Nullable UnixDatagramTurn turn;

    UnixDatagramLoop(
            String threadName,
            UnixDatagramServerSocket socket,
            Wakeup wakeup,
            DatagramLimits limits,
            NetCounters counters,
            DatagramHandler handler) {
        this.socket = socket;
        this.wakeup = wakeup;
        this.limits = limits;
        this.counters = counters;
        this.handler = handler;
        this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::run);
        this.budget = new ReplyBudget(limits);
        this.inbox = new ReplyInbox(budget, counters.datagrams);
    }

    /// Starts the thread, which owns the socket from then on.
    ///
    /// @throws IOException if the socket cannot be made ready; it is closed then
    void start() throws IOException {
        thread.start();
        LinuxThread.awaitStart(started);
    }

    long threadId() {
        return started.join();
    }

    @Override
    public void send(DatagramPeer peer, byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        limits.requireReply(peer, to - from, Transport.UNIX_DATAGRAM);
        if (!peer.isAddressable()) {
            counters.datagrams.repliesUnaddressable.increment();
        } else if (Thread.currentThread().equals(thread) && turn != null) {
            turn.answer(peer, bytes, from, to);
        } else if (inbox.offer(new PendingReply(peer, Arrays.copyOfRange(bytes, from, to)))) {
            wakeup.wake();
        }
    }

    void stopReceiving() {
        removeFile();
        advance(Phase.ANSWERING);
    }

    boolean drain(Duration timeout) throws InterruptedException {
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("draining waits for the socket's thread, so it cannot run on it");
        }
        stopReceiving();
        advance(Phase.DRAINING);
        boolean finished = thread.join(timeout);
        close();
        return finished;
    }

    void close() {
        removeFile();
        advance(Phase.CLOSING);
        LinuxThread.joinUnlessCurrent(thread);
    }

    private synchronized void advance(Phase next) {
        if (phase.compareTo(next) < 0) {
            phase = next;
            wakeup.wake();
        }
    }

    private synchronized void removeFile() {
        if (!fileRemoved) {
            fileRemoved = true;
            socket.removeFile();
        }
    }

    private void run() {
        try (var libc = new Libc()) {
            try {
                var work = new UnixDatagramTurn(
                        libc, socket.socket(), wakeup, limits, counters, budget, inbox, this::handle);
                turn = work;
                started.complete(LinuxThread.id());
                while (phase != Phase.CLOSING && !(phase == Phase.DRAINING && budget.isUnused())) {
                    work.run(phase == Phase.RECEIVING);
                }
            } finally {
                end(libc);
            }
        } catch (Throwable t) {
            if (!started.completeExceptionally(t)) {
                LOG.log(System.Logger.Level.ERROR, "the thread " + thread.getName() + " has failed", t);
                handler.failed(t);
            }
        }
    }

    private void handle(DatagramPeer peer, byte[] bytes, int length) {
        if (phase == Phase.CLOSING) {
            return;
        }
        try {
            handler.received(peer, bytes, 0, length, this);
        } catch (Throwable t) {
            counters.datagrams.handlerErrors.increment();
            LOG.log(System.Logger.Level.ERROR, "the handler of " + thread.getName() + " failed on " + peer, t);
        }
    }

    private void end(Libc libc) {
        removeFile();
        inbox.close();
        if (turn != null) {
            turn.drop();
        }
        socket.socket().close(libc);
        wakeup.close(libc);
    }
}
