package org.wirechief.net;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.PollSet;
import org.wirechief.net.linux.Wakeup;

/// What the thread of a FIFO does again and again: wait, read, have requests handled, write
/// replies, look after the path. That thread only.
final class FifoTurn {
    /// Beside the replies: the wake-up, what is watched, the FIFO and the former ones.
    private static final int OTHERS = 64;

    private final Libc libc;
    private final Wakeup wakeup;
    private final FifoKeeper keeper;
    private final ReplyFifos requests;
    private final OpenReplies replies;
    private final FifoHandler handler;
    private final PollSet set;
    private final FifoWait waiting;
    private long wait;
    private boolean stopped;

    /// @param waiting for at least [#descriptors] of them
    FifoTurn(Libc libc, Wakeup wakeup, FifoKeeper keeper, ReplyFifos requests, FifoWait waiting, FifoHandler handler) {
        this.libc = libc;
        this.wakeup = wakeup;
        this.keeper = keeper;
        this.requests = requests;
        this.replies = requests.replies();
        this.handler = handler;
        this.waiting = waiting;
        this.set = waiting.set();
    }

    /// How many it waits for at most.
    static int descriptors(FifoLimits limits) {
        return limits.openReplies() + OTHERS;
    }

    /// One turn; waits until there is something to do.
    ///
    /// @param receiving false lets it read a last time what is there already
    void run(boolean receiving) {
        if (!receiving && !stopped) {
            stopped = true;
            readAll();
            wait = 0;
        }
        long before = System.nanoTime();
        set.clear();
        set.add(wakeup);
        keeper.changes().addTo(set);
        int firstSource = set.size();
        List<FifoSource> sources = receiving ? keeper.sources() : new ArrayList<>(0);
        sources.removeIf(s -> !s.isReadable(before));
        sources.forEach(s -> set.addReadable(s.pipe()));
        int firstReply = set.size();
        List<OpenReply> parked = replies.addTo(set);
        waiting.await(millis(wait));
        if (set.isReady(0)) {
            wakeup.clear(libc);
        }
        replies.takeGiven();
        for (int i = 0; i < parked.size(); i++) {
            if (set.isReady(firstReply + i)) {
                replies.goOn(parked.get(i));
            }
        }
        requests.reading();
        for (int i = 0; i < sources.size(); i++) {
            if (set.isReady(firstSource + i)) {
                sources.get(i).read();
            }
        }
        if (keeper.changes().hasTold(set)) {
            keeper.watch();
        }
        wait = timers(receiving);
    }

    private long timers(boolean receiving) {
        long now = System.nanoTime();
        long next = Long.MAX_VALUE;
        if (receiving) {
            requests.reading();
            for (FifoSource source : keeper.sources()) {
                next = Math.min(next, source.expire(now));
            }
        }
        next = Math.min(next, keeper.checkInTime(now));
        // last: what is given up or read before is answered, too
        return Math.min(next, requestsInTime());
    }

    /// A reply that is given up lets the next request run, whose reply has its time too.
    private long requestsInTime() {
        long next;
        do {
            long now = System.nanoTime();
            next = Math.min(requests.retry(now), replies.expire(now));
        } while (next <= 0);
        handler.handled();
        return next;
    }

    private void readAll() {
        requests.reading();
        keeper.sources().forEach(FifoSource::readLast);
    }

    /// Rounded up, so that a time is over when the waiting is.
    private static int millis(long nanos) {
        return (int) Math.min(Integer.MAX_VALUE, (nanos + 999_999) / 1_000_000);
    }
}
