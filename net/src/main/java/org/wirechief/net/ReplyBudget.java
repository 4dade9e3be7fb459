package org.wirechief.net;

/// How much may wait for all peers of one listener together. Safe from any thread.
final class ReplyBudget {
    private final int maxReplies;
    private final int maxBytes;
    private int replies;
    private int bytes;

    ReplyBudget(DatagramLimits limits) {
        this.maxReplies = limits.parkedInAll();
        this.maxBytes = limits.parkedBytesInAll();
    }

    /// Takes room for one answer, or says that there is none.
    synchronized boolean take(int length) {
        if (replies >= maxReplies || bytes > maxBytes - length) {
            return false;
        }
        replies++;
        bytes += length;
        return true;
    }

    synchronized void giveBack(int length) {
        replies--;
        bytes -= length;
    }

    /// Whether nothing waits at all.
    synchronized boolean isUnused() {
        return replies == 0;
    }
}
