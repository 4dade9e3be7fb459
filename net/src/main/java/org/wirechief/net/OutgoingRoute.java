package org.wirechief.net;

import java.util.ArrayDeque;
import java.util.List;

/// What a sender knows of one receiver while something waits for it. The sender's thread only.
final class OutgoingRoute implements Retried {
    private final DatagramPeer peer;
    private final OutgoingLine line;
    private final ArrayDeque<Outgoing> taken = new ArrayDeque<>();
    private final RetryPause pause = new RetryPause(0);
    private boolean lineHasMore = true;
    private boolean blocked;
    /// Whether it took nothing the last time, and since when.
    private boolean silent;
    private long silentSince;

    OutgoingRoute(DatagramPeer peer, OutgoingLine line) {
        this.peer = peer;
        this.line = line;
    }

    DatagramPeer peer() {
        return peer;
    }

    OutgoingLine line() {
        return line;
    }

    /// Something was put into the line.
    void announced() {
        lineHasMore = true;
    }

    /// Takes out of the line until so many are at hand.
    ///
    /// @return those, in order
    List<Outgoing> take(int most) {
        taken.removeIf(Outgoing::isWithdrawn);
        while (lineHasMore && taken.size() < most) {
            Outgoing next = line.next();
            if (next == null) {
                lineHasMore = false;
            } else {
                taken.addLast(next);
            }
        }
        return List.copyOf(taken);
    }

    boolean isEmpty() {
        return taken.isEmpty() && !lineHasMore;
    }

    /// Whether it is to be left alone until its pause is over.
    boolean isBlocked() {
        return blocked;
    }

    /// It took nothing.
    ///
    /// @return whether that is new
    boolean block(long now) {
        boolean begins = !silent;
        if (begins) {
            silent = true;
            silentSince = now;
            pause.begin(now);
        } else {
            pause.grow(now);
        }
        blocked = true;
        return begins;
    }

    void unblock() {
        blocked = false;
    }

    @Override
    public long nextTry() {
        return pause.end();
    }

    /// Whether it has taken nothing for that long.
    boolean isSilentFor(long nanos, long now) {
        return silent && now - silentSince >= nanos;
    }

    void firstSent() {
        silent = false;
        taken.removeFirst().sent();
    }

    void firstFailed() {
        silent = false;
        taken.removeFirst().failed();
    }

    /// Gives up what waits now; what comes meanwhile gets its own chance.
    void giveUp() {
        unblock();
        for (int left = taken.size() + line.size(); left > 0 && !take(1).isEmpty(); left--) {
            firstFailed();
        }
    }

    /// Gives up all that waits.
    void end() {
        taken.removeIf(Outgoing::isWithdrawn);
        while (!taken.isEmpty()) {
            firstFailed();
        }
        line.failAll();
        lineHasMore = false;
    }
}
