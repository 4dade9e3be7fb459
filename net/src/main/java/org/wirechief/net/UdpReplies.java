package org.wirechief.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/// Sends the answers of one UDP socket. What waits here waits for the socket's own buffer, since
/// UDP peers have no queue that could be full; so there is one line for all.
///
/// [#send] may be called from any thread, the rest on the loop only.
final class UdpReplies implements DatagramReplies {
    private final EventLoop loop;
    private final UdpSocket socket;
    private final DatagramLimits limits;
    private final NetCounters counters;
    private final ReplyBudget budget;
    private final ReplyInbox inbox;
    private final ArrayDeque<Waiting> line = new ArrayDeque<>();
    private final Runnable idle;
    private @Nullable SelectionKey key;
    private @Nullable LoopTimer expiry;

    private record Waiting(DatagramPeer peer, ParkedReply reply) {}

    /// @param idle called when something was settled and nothing waits any more
    UdpReplies(EventLoop loop, UdpSocket socket, DatagramLimits limits, NetCounters counters, Runnable idle) {
        this.loop = loop;
        this.idle = idle;
        this.socket = socket;
        this.limits = limits;
        this.counters = counters;
        this.budget = new ReplyBudget(limits);
        this.inbox = new ReplyInbox(budget, counters.datagrams);
    }

    @Override
    public void send(DatagramPeer peer, byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        limits.requireReply(peer, to - from, Transport.UDP);
        if (!peer.isAddressable()) {
            counters.datagrams.repliesUnaddressable.increment();
        } else if (loop.inLoop()) {
            takeInbox();
            answer(peer, bytes, from, to);
        } else if (inbox.offer(new PendingReply(peer, Arrays.copyOfRange(bytes, from, to)))) {
            askLoop();
        }
    }

    /// The socket is registered now.
    void started(SelectionKey registered) {
        key = registered;
    }

    /// Whether everything was sent or given up.
    boolean isDone() {
        return budget.isUnused();
    }

    /// The socket takes answers again.
    void writable() {
        while (!line.isEmpty()) {
            Waiting first = line.getFirst();
            byte[] bytes = first.reply().bytes();
            if (!transmit(first.peer(), bytes, 0, bytes.length)) {
                return;
            }
            removeFirst();
        }
        settle();
    }

    /// Gives up what waits, and everything from now on.
    void close() {
        inbox.close();
        while (!line.isEmpty()) {
            removeFirst();
            counters.datagrams.repliesDropped.increment();
        }
        settle();
    }

    private void askLoop() {
        try {
            loop.execute(this::takeInbox);
        } catch (RejectedExecutionException e) {
            inbox.close();
        }
    }

    private void takeInbox() {
        for (PendingReply reply = inbox.poll(); reply != null; reply = inbox.poll()) {
            answer(reply.peer(), reply.bytes(), 0, reply.bytes().length);
        }
        settle();
    }

    private void answer(DatagramPeer peer, byte[] bytes, int from, int to) {
        if (!socket.channel().isOpen()) {
            counters.datagrams.repliesDropped.increment();
        } else if (!line.isEmpty() || !transmit(peer, bytes, from, to)) {
            park(peer, Arrays.copyOfRange(bytes, from, to));
        }
    }

    /// @return whether it is settled, one way or the other; otherwise the socket's buffer is full
    private boolean transmit(DatagramPeer peer, byte[] bytes, int from, int to) {
        ByteBuffer buffer = loop.transfer().clear().put(bytes, from, to - from).flip();
        try {
            if (socket.channel().send(buffer, peer.udpSocket()) == 0 && to > from) {
                return false;
            }
            counters.datagrams.sent.increment();
            counters.bytesOut.add(to - from);
        } catch (IOException e) {
            // of this peer only: no route, a firewall's no
            counters.datagrams.sendErrors.increment();
        }
        return true;
    }

    private void park(DatagramPeer peer, byte[] bytes) {
        if (!budget.take(bytes.length)) {
            counters.datagrams.repliesDropped.increment();
            return;
        }
        counters.datagrams.repliesParked.increment();
        long expiresAt = System.nanoTime() + limits.replyTimeout().toNanos();
        line.addLast(new Waiting(peer, new ParkedReply(bytes, expiresAt)));
        settle();
    }

    private void expire() {
        expiry = null;
        long now = System.nanoTime();
        while (!line.isEmpty() && line.getFirst().reply().expiresAt() - now <= 0) {
            removeFirst();
            counters.datagrams.repliesExpired.increment();
        }
        settle();
    }

    private void removeFirst() {
        budget.giveBack(line.removeFirst().reply().bytes().length);
    }

    /// Brings what the selector and the timer wait for in line with the line.
    private void settle() {
        if (key != null && key.isValid()) {
            int ops = key.interestOps() & ~SelectionKey.OP_WRITE;
            key.interestOps(line.isEmpty() ? ops : ops | SelectionKey.OP_WRITE);
        }
        if (line.isEmpty() && expiry != null) {
            expiry.cancel();
            expiry = null;
        } else if (!line.isEmpty() && expiry == null) {
            long nanos = line.getFirst().reply().expiresAt() - System.nanoTime();
            expiry = loop.schedule(Duration.ofNanos(nanos), this::expire);
        }
        if (isDone()) {
            idle.run();
        }
    }
}
