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

    private static final int NONE = 0;

    private final int connection;
    private final int[] cookies;
    private final int[] givenUp;
    private final int[] turns;
    private final long[] order;
    private final long[] sentAt;
    private final int[] free;
    private int freeCount;
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
        Arrays.setAll(free, slot -> outstanding - 1 - slot);
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
        int slot = free[--freeCount];
        turns[slot] = turns[slot] + 1 & Cookies.RANGE - 1;
        cookies[slot] = Cookies.of(connection, slot, turns[slot]);
        order[slot] = sent++;
        sentAt[slot] = now;
        return cookies[slot];
    }

    /// Frees the slot of a request that is answered.
    Verdict answered(int cookie) {
        int slot = Cookies.slot(cookie);
        if (Cookies.connection(cookie) != connection || slot >= cookies.length || cookie == NONE) {
            return Verdict.UNKNOWN;
        }
        if (cookies[slot] != cookie) {
            return givenUp[slot] == cookie ? Verdict.LATE : Verdict.UNKNOWN;
        }
        release(slot);
        if (order[slot] < latest) {
            return Verdict.OVERTAKEN;
        }
        latest = order[slot];
        return Verdict.EXPECTED;
    }

    /// When the request left that [#answered] has just found.
    long sentAt(int cookie) {
        return sentAt[Cookies.slot(cookie)];
    }

    /// Stops waiting for the requests that are as old as `age` at `now`, and says how many.
    int giveUp(long now, long age) {
        int count = 0;
        for (int slot = 0; slot < cookies.length; slot++) {
            if (cookies[slot] != NONE && now - sentAt[slot] >= age) {
                givenUp[slot] = cookies[slot];
                release(slot);
                count++;
            }
        }
        return count;
    }

    /// Stops waiting altogether, and says for how many requests.
    int giveUpAll() {
        return giveUp(0, Long.MIN_VALUE);
    }

    private void release(int slot) {
        cookies[slot] = NONE;
        free[freeCount++] = slot;
    }
}
