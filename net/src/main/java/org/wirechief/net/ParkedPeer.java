package org.wirechief.net;

import java.util.ArrayDeque;

/// The answers that wait for one peer, oldest first, and when to try the next time. One thread at a
/// time.
final class ParkedPeer implements Retried {
    private final DatagramPeer peer;
    private final ArrayDeque<ParkedReply> replies = new ArrayDeque<>(2);
    private int bytes;
    private final RetryPause pause;

    ParkedPeer(DatagramPeer peer, long now) {
        this.peer = peer;
        this.pause = new RetryPause(now);
    }

    DatagramPeer peer() {
        return peer;
    }

    ArrayDeque<ParkedReply> replies() {
        return replies;
    }

    /// How much of what may wait in all it holds, by count or by bytes, whichever is more; good for
    /// comparing only.
    long share(DatagramLimits limits) {
        return share(replies.size(), bytes, limits);
    }

    /// The same with one more answer.
    long shareWith(int length, DatagramLimits limits) {
        return share(replies.size() + 1, bytes + length, limits);
    }

    private static long share(long count, long bytes, DatagramLimits limits) {
        return Math.max(count * limits.parkedBytesInAll(), bytes * limits.parkedInAll());
    }

    /// Whether one more answer stays within the limits of a peer.
    boolean hasRoom(int length, DatagramLimits limits) {
        return replies.size() < limits.parkedPerPeer() && bytes <= limits.parkedBytesPerPeer() - length;
    }

    void add(ParkedReply reply) {
        replies.addLast(reply);
        bytes += reply.bytes().length;
    }

    ParkedReply removeFirst() {
        ParkedReply reply = replies.removeFirst();
        bytes -= reply.bytes().length;
        return reply;
    }

    ParkedReply removeLast() {
        ParkedReply reply = replies.removeLast();
        bytes -= reply.bytes().length;
        return reply;
    }

    /// Gives what waits so many nanoseconds more.
    void postpone(long nanos) {
        for (int left = replies.size(); left > 0; left--) {
            ParkedReply reply = replies.removeFirst();
            replies.addLast(new ParkedReply(reply.bytes(), reply.expiresAt() + nanos));
        }
    }

    @Override
    public long nextTry() {
        return pause.end();
    }

    /// It took something, or the waiting begins anew.
    void tryAgainSoon(long now) {
        pause.begin(now);
    }

    /// It took nothing: the pause grows.
    void tryAgainLater(long now) {
        pause.grow(now);
    }
}
