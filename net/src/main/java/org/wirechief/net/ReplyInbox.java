package org.wirechief.net;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Answers other threads have given and the socket's thread has not taken yet. They count against
/// the [ReplyBudget].
final class ReplyInbox {
    private final ReplyBudget budget;
    private final DatagramCounters counters;
    private final ConcurrentLinkedQueue<PendingReply> replies = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    ReplyInbox(ReplyBudget budget, DatagramCounters counters) {
        this.budget = budget;
        this.counters = counters;
    }

    /// From any thread.
    ///
    /// @return whether it is in; otherwise it is counted as dropped
    boolean offer(PendingReply reply) {
        if (closed || !budget.take(reply.bytes().length)) {
            counters.repliesDropped.increment();
            return false;
        }
        replies.add(reply);
        if (closed && replies.remove(reply)) {
            drop(reply);
            return false;
        }
        return true;
    }

    boolean isEmpty() {
        return replies.isEmpty();
    }

    /// The oldest one, whose room is given back. Socket's thread only.
    @Nullable
    PendingReply poll() {
        PendingReply reply = replies.poll();
        if (reply != null) {
            budget.giveBack(reply.bytes().length);
        }
        return reply;
    }

    /// Drops what is in, and everything from now on.
    void close() {
        closed = true;
        for (PendingReply reply = replies.poll(); reply != null; reply = replies.poll()) {
            drop(reply);
        }
    }

    private void drop(PendingReply reply) {
        budget.giveBack(reply.bytes().length);
        counters.repliesDropped.increment();
    }
}
