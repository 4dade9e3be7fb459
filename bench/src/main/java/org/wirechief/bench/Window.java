package org.wirechief.bench;

import java.util.Arrays;

/// The requests of one connection that wait for their replies: what a reply's cookie is held
/// against.
///
/// One slot an outstanding request. A request that was given up makes room for another; should its
/// reply come after all, it is [Verdict#LATE] and changes no count.
final class Window {
    /// What a reply's cookie says.
    enum Verdict {
        /// A request waited for it, and no reply to a later request came before it.
        EXPECTED,
        /// A request waited for it, but a later request of the connection was answered before.
        OVERTAKEN,
        /// Its request was given up before.
        LATE,
        /// No request waits for it: never sent, answered already, or another connection's.
        UNKNOWN
    }

    private final int connection;
    private final int[] cookies;
    private final int[] givenUp;
    private final int[] turns;
    private final long[] order;
    private final long[] sentAt;
    /// A queue, so that slots are used in turn as long as replies come in order.
    private final int[] free;
    private int nextFree;
    private int freeCount;
    private int oldest;
    private boolean orderly = true;
    private long unclaimed;
    private long answeredSince;
    private long sent;
    private long latest = -1;

    Window(int connection, int outstanding) {
        this.connection = connection;
        cookies = new int[outstanding];
        givenUp = new int[outstanding];
        turns = new int[outstanding];
        order = new long[outstanding];
        sentAt = new long[outstanding];
        free = new int[outstanding];
        Arrays.setAll(free, slot -> slot);
        freeCount = outstanding;
    }

    boolean hasRoom() {
        return freeCount > 0;
    }

    int waiting() {
        return free.length - freeCount;
    }

    /// Takes a slot for a request that leaves now, and gives its cookie.
    int open(long now) {
        int slot = free[nextFree];
        nextFree = after(nextFree);
        freeCount--;
        turns[slot] = turns[slot] + 1 & Cookies.RANGE - 1;
        cookies[slot] = Cookies.of(connection, slot, turns[slot]);
        order[slot] = sent++;
        sentAt[slot] = now;
        return cookies[slot];
    }

    private int after(int index) {
        return index + 1 == free.length ? 0 : index + 1;
    }

    /// Whether every reply came in the order of the requests until now: the slots that wait follow
    /// each other then, from [#oldest] on and round the end.
    boolean isOrderly() {
        return orderly;
    }

    /// The slot of the oldest request that waits, as long as there is order.
    int oldest() {
        return oldest;
    }

    /// Frees the slots of the oldest requests, which are answered. There must be order.
    ///
    /// @param count at least 1
    /// @param now when the replies came; latencies are told together where requests left together
    void answeredInOrder(int count, long now, Tally tally) {
        long since = sentAt[oldest];
        int together = 0;
        for (int i = 0; i < count; i++) {
            if (sentAt[oldest] != since) {
                tally.right(now - since, together);
                since = sentAt[oldest];
                together = 0;
            }
            together++;
            latest = order[oldest];
            release(oldest);
            oldest = after(oldest);
        }
        tally.right(now - since, together);
    }

    /// Frees the slot of a request that is answered.
    Verdict answered(int cookie) {
        int slot = Cookies.slot(cookie);
        if (Cookies.connection(cookie) != connection || slot >= cookies.length || cookie == Cookies.NONE) {
            return Verdict.UNKNOWN;
        }
        if (cookies[slot] != cookie) {
            return givenUp[slot] == cookie ? Verdict.LATE : Verdict.UNKNOWN;
        }
        if (orderly && slot == oldest) {
            oldest = after(oldest);
        } else {
            orderly = false;
        }
        release(slot);
        answeredSince = sentAt[slot];
        if (order[slot] < latest) {
            return Verdict.OVERTAKEN;
        }
        latest = order[slot];
        return Verdict.EXPECTED;
    }

    /// Frees the slot of the oldest request, which a reply without a cookie answers. All replies
    /// must be like that. When nothing waits it is that of a request given up, as far as they go.
    Verdict answeredOldest() {
        if (waiting() > 0) {
            return answered(cookies[oldest]);
        }
        if (unclaimed == 0) {
            return Verdict.UNKNOWN;
        }
        unclaimed--;
        return Verdict.LATE;
    }

    /// When the request left that was the last to be answered by itself.
    long answeredSince() {
        return answeredSince;
    }

    /// Stops waiting for the requests that are as old as `age` at `now`, and says how many.
    int giveUp(long now, long age) {
        int before = waiting();
        if (orderly) {
            while (waiting() > 0 && now - sentAt[oldest] >= age) {
                giveUp(oldest);
                oldest = after(oldest);
            }
        } else {
            for (int slot = 0; slot < cookies.length; slot++) {
                if (cookies[slot] != Cookies.NONE && now - sentAt[slot] >= age) {
                    giveUp(slot);
                }
            }
        }
        return before - waiting();
    }

    private void giveUp(int slot) {
        givenUp[slot] = cookies[slot];
        unclaimed++;
        release(slot);
    }

    /// Stops waiting altogether, and says for how many requests.
    int giveUpAll() {
        return giveUp(0, Long.MIN_VALUE);
    }

    private void release(int slot) {
        cookies[slot] = Cookies.NONE;
        int end = nextFree + freeCount++;
        free[end < free.length ? end : end - free.length] = slot;
    }
}
