package org.wirechief.net;

/// Replies to one FIFO that leave in one write: to requests that came together and are answered at
/// once. FIFO's thread only.
final class ReplyGathering {
    private static final int MOST = 16 * 1024;

    /// None waits longer for those behind it, but for the one that runs.
    private static final long LONGEST = 1_000_000;

    private final byte[] bytes;
    private int size;
    private long since;

    /// @param most bytes that may wait for one reader
    ReplyGathering(int most) {
        bytes = new byte[Math.min(MOST, most)];
    }

    void begin() {
        since = System.nanoTime();
    }

    /// Whether the first one may wait longer.
    boolean mayGoOn() {
        return System.nanoTime() - since < LONGEST;
    }

    boolean hasRoom(int length) {
        return length <= bytes.length - size;
    }

    void add(byte[] from, int at, int to) {
        System.arraycopy(from, at, bytes, size, to - at);
        size += to - at;
    }

    /// All there are: the first so many of [#bytes()].
    int take() {
        int all = size;
        size = 0;
        return all;
    }

    byte[] bytes() {
        return bytes;
    }
}
