package org.wirechief.client;

import java.util.ArrayList;
import java.util.List;

/// The bytes of an answer while they come. Takes memory for those that are there, not for those
/// announced, and never moves one: the node does not wait for long (spec ctl §15). The pieces
/// double up to 1 MB. Belongs to the thread that reads, and then to the one that joins them.
final class Pieces {
    private static final int SMALLEST = 1024;
    private static final int LARGEST = 1 << 20;

    private final int whole;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] last;
    private int lastFilled;
    private int filled;

    /// @param whole bytes that will be there at the end
    Pieces(int whole) {
        this.whole = whole;
        this.last = new byte[Math.min(SMALLEST, whole)];
    }

    /// Bytes that are there.
    int filled() {
        return filled;
    }

    /// Bytes that memory was taken for.
    int capacity() {
        return filled - lastFilled + last.length;
    }

    /// Takes the bytes from `from` (inclusive) to `to` (exclusive).
    ///
    /// @throws IllegalArgumentException when they are more than are missing; none is taken
    void add(byte[] bytes, int from, int to) {
        if (to - from > whole - filled) {
            throw new IllegalArgumentException((to - from) + " bytes more than " + filled + " of " + whole);
        }
        int at = from;
        while (at < to) {
            if (lastFilled == last.length) {
                full.add(last);
                last = new byte[Math.min(whole - filled, Math.clamp(filled, SMALLEST, LARGEST))];
                lastFilled = 0;
            }
            int count = Math.min(to - at, last.length - lastFilled);
            System.arraycopy(bytes, at, last, lastFilled, count);
            lastFilled += count;
            filled += count;
            at += count;
        }
    }

    /// All of them in one array.
    byte[] joined() {
        if (full.isEmpty() && lastFilled == last.length) {
            return last;
        }
        byte[] all = new byte[filled];
        int at = 0;
        for (byte[] piece : full) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(last, 0, all, at, lastFilled);
        return all;
    }
}
