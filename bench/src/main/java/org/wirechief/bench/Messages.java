package org.wirechief.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/// Datagrams for one system call: an array of the kernel's `mmsghdr`, each with one piece of memory
/// of the same size. The layout is that of all 64-bit Linux.
final class Messages {
    private static final long HEADER = 64;
    private static final long PIECES = 16;
    private static final long PIECE_COUNT = 24;
    private static final long LENGTH = 56;
    private static final long PIECE = 16;
    private static final long PIECE_LENGTH = 8;

    private final int capacity;
    private final int longest;
    private final MemorySegment headers;
    private final MemorySegment pieces;
    private final MemorySegment bytes;
    private final ByteBuffer buffer;

    Messages(Arena memory, int capacity, int longest) {
        this.capacity = capacity;
        this.longest = longest;
        headers = memory.allocate(HEADER * capacity, 8);
        pieces = memory.allocate(PIECE * capacity, 8);
        bytes = memory.allocate((long) longest * capacity);
        buffer = bytes.asByteBuffer();
        for (int i = 0; i < capacity; i++) {
            MemorySegment piece = pieces.asSlice(PIECE * i, PIECE);
            piece.set(ADDRESS, 0, bytes.asSlice((long) longest * i, longest));
            piece.set(JAVA_LONG, PIECE_LENGTH, longest);
            headers.set(ADDRESS, HEADER * i + PIECES, piece);
            headers.set(JAVA_LONG, HEADER * i + PIECE_COUNT, 1);
        }
    }

    int capacity() {
        return capacity;
    }

    /// The headers from one on.
    MemorySegment from(int index) {
        return headers.asSlice(HEADER * index);
    }

    /// Where the bytes of a message to be sent go; [#filled] follows.
    ByteBuffer room(int index) {
        return buffer.clear().position(longest * index).limit(longest * (index + 1));
    }

    /// Ends the message at the buffer's position.
    void filled(int index) {
        pieces.set(JAVA_LONG, PIECE * index + PIECE_LENGTH, buffer.position() - (long) longest * index);
    }

    /// Copies a message that was received, and gives its length.
    int copy(int index, byte[] to) {
        int length = headers.get(JAVA_INT, HEADER * index + LENGTH);
        MemorySegment.copy(bytes, JAVA_BYTE, (long) longest * index, to, 0, length);
        return length;
    }
}
