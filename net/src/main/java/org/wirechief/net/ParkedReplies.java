package org.wirechief.net;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The answers of one socket that wait because their peers do not read. Each peer has its own
/// schedule and its own bound; together they have the [ReplyBudget]. One thread at a time.
final class ParkedReplies {
    /// Nanoseconds that a busy machine does not let this process wait.
    private static final long STOPPED = 200_000_000;

    private DatagramLimits limits;
    private final ReplyBudget budget;
    private final DatagramCounters counters;
    private final Map<DatagramPeer, ParkedPeer> peers = new HashMap<>();
    private final PriorityQueue<ParkedPeer> schedule = new PriorityQueue<>(Retried.SOONEST_FIRST);

    ParkedReplies(DatagramLimits limits, ReplyBudget budget, DatagramCounters counters) {
        this.limits = limits;
        this.budget = budget;
        this.counters = counters;
    }

    boolean isEmpty() {
        return peers.isEmpty();
    }

    /// Whether some peer is to be tried before that time, in the sense of [System#nanoTime()].
    boolean isDueBefore(long time) {
        ParkedPeer next = schedule.peek();
        return next != null && next.nextTry() - time < 0;
    }

    /// Other limits for what is parked from now on; those of all peers together stay.
    void change(DatagramLimits changed) {
        limits = changed;
    }

    /// Whether something waits for the peer, so that whatever follows must wait behind it.
    boolean holds(DatagramPeer peer) {
        return !peers.isEmpty() && peers.containsKey(peer);
    }

    /// Puts an answer behind those that wait for the peer already, or drops it when it is one too
    /// many for this peer.
    void park(DatagramPeer peer, byte[] bytes, long now) {
        ParkedPeer known = peers.get(peer);
        ParkedPeer parked = known != null ? known : new ParkedPeer(peer, now);
        if (!parked.hasRoom(bytes.length, limits) || !makeRoom(parked, bytes.length)) {
            counters.repliesDropped.increment();
            return;
        }
        parked.add(new ParkedReply(bytes, now + limits.replyTimeout().toNanos()));
        counters.repliesParked.increment();
        if (known == null) {
            peers.put(peer, parked);
            schedule.add(parked);
        }
    }

    /// Takes room for one more answer of a peer. Where there is none left, the newest answer of
    /// whoever holds the most gives way, unless that is this peer: however many do not read, one
    /// who does finds room for the answer that has to wait a moment.
    private boolean makeRoom(ParkedPeer peer, int length) {
        long share = peer.shareWith(length, limits);
        while (!budget.take(length)) {
            ParkedPeer most = holdsMost();
            if (most == null || most.share(limits) <= share) {
                return false;
            }
            budget.giveBack(most.removeLast().bytes().length);
            counters.repliesDropped.increment();
        }
        return true;
    }

    private @Nullable ParkedPeer holdsMost() {
        ParkedPeer most = null;
        for (ParkedPeer peer : peers.values()) {
            if (most == null || peer.share(limits) > most.share(limits)) {
                most = peer;
            }
        }
        return most;
    }

    /// Milliseconds until some peer is to be tried, rounded up; -1 when nobody waits.
    int millisToNext(long now) {
        long nanos = nanosToNext(now);
        return nanos < 0 ? -1 : (int) ((nanos + 999_999) / 1_000_000);
    }

    /// Nanoseconds until some peer is to be tried; -1 when nobody waits.
    long nanosToNext(long now) {
        ParkedPeer next = schedule.peek();
        return next == null ? -1 : Math.max(0, next.nextTry() - now);
    }

    /// Takes the next peer that is to be tried off the schedule; to be handed to
    /// [#reschedule(ParkedPeer)] afterwards. Null when nobody is due.
    ///
    /// Where that is long after its time, this process was stopped, as by `SIGSTOP`: its answers
    /// have as much more time.
    @Nullable
    ParkedPeer due(long now) {
        ParkedPeer next = schedule.peek();
        if (next == null || next.nextTry() - now > 0) {
            return null;
        }
        schedule.remove();
        long late = now - next.nextTry();
        if (late > STOPPED) {
            next.postpone(late);
        }
        return next;
    }

    /// A peer took nothing: it is tried later, and answers whose time is over are given up.
    void tookNothing(ParkedPeer peer, long now) {
        while (!peer.replies().isEmpty() && peer.replies().getFirst().expiresAt() - now <= 0) {
            remove(peer);
            counters.repliesExpired.increment();
        }
        peer.tryAgainLater(now);
    }

    /// Takes the first answer of a peer out.
    ParkedReply remove(ParkedPeer peer) {
        ParkedReply reply = peer.removeFirst();
        budget.giveBack(reply.bytes().length);
        return reply;
    }

    /// Puts a peer back on the schedule, or forgets it when nothing waits for it any more.
    void reschedule(ParkedPeer peer) {
        if (peer.replies().isEmpty()) {
            peers.remove(peer.peer());
        } else {
            schedule.add(peer);
        }
    }

    /// Drops everything.
    void clear() {
        for (ParkedPeer peer : peers.values()) {
            while (!peer.replies().isEmpty()) {
                remove(peer);
                counters.repliesDropped.increment();
            }
        }
        peers.clear();
        schedule.clear();
    }
}
