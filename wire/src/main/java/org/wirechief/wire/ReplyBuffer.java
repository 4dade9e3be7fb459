package org.wirechief.wire;

import java.util.Arrays;
import java.util.Objects;
import org.wirechief.core.Octets;

/// Bytes that gather messages until they are sent: what every dialect writes into. Not for use by
/// several threads.
public final class ReplyBuffer {
    /// What [#clear()] keeps at most, so that one long answer does not stay in memory for ever.
    private static final int KEPT = 256 * 1024;

    private static final int INITIAL = 1024;

    private byte[] bytes = new byte[INITIAL];
    private int size;

    /// An empty one.
    public ReplyBuffer() {}

    /// The bytes gathered: the first [#size()] of this array. Valid until the next change.
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /// Forgets all bytes, and an array that has grown beyond 256 KB.
    public void clear() {
        size = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[INITIAL];
        }
    }

    /// Forgets the bytes from `newSize` on.
    ///
    /// @throws IndexOutOfBoundsException when there are fewer
    public void truncate(int newSize) {
        Objects.checkIndex(newSize, size + 1);
        size = newSize;
    }

    /// Appends the low eight bits.
    public void append(int octet) {
        grow(1);
        bytes[size++] = (byte) octet;
    }

    /// Appends the low `count` bytes of a number, the highest of them first.
    ///
    /// @param count 0 to 8
    public void appendBigEndian(long number, int count) {
        grow(count);
        int at = size;
        for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) {
            bytes[at++] = (byte) (number >>> shift);
        }
        size = at;
    }

    public void append(Octets octets) {
        grow(octets.length());
        octets.copyTo(bytes, size);
        size += octets.length();
    }

    /// Appends the bytes of an array from `from` (inclusive) to `to` (exclusive).
    public void append(byte[] octets, int from, int to) {
        grow(to - from);
        System.arraycopy(octets, from, bytes, size, to - from);
        size += to - from;
    }

    /// Moves the bytes from `at` on up by `count`, and leaves those between to be set.
    public void insert(int at, int count) {
        grow(count);
        System.arraycopy(bytes, at, bytes, at + count, size - at);
        size += count;
    }

    public void set(int at, int octet) {
        bytes[at] = (byte) octet;
    }

    private void grow(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            int doubled = (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8);
            bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
        }
    }
}
