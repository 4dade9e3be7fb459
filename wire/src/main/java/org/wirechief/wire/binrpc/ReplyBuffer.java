package org.wirechief.wire.binrpc;

import java.util.Arrays;
import java.util.Objects;
import org.wirechief.core.Octets;

/// Bytes that gather packets until they are sent. Not for use by several threads.
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

    void append(int octet) {
        grow(1);
        bytes[size++] = (byte) octet;
    }

    void append(Octets octets) {
        grow(octets.length());
        octets.copyTo(bytes, size);
        size += octets.length();
    }

    /// Moves the bytes from `at` on up by `count`, and leaves those between to be set.
    void insert(int at, int count) {
        grow(count);
        System.arraycopy(bytes, at, bytes, at + count, size - at);
        size += count;
    }

    void set(int at, int octet) {
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
