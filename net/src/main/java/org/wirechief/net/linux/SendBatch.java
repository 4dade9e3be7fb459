package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/// Datagrams to send with one system call. Belongs to the thread of its [Libc].
public final class SendBatch {
    private final Libc libc;
    private final int capacity;
    private final MemorySegment headers;
    private final MemorySegment names;
    private final MemorySegment pieces;
    private final MemorySegment payloads;
    private final long[] starts;
    private final int[] lengths;
    private int count;
    private long filled;

    /// An empty batch.
    ///
    /// @param capacity datagrams at most
    /// @param bytes of all datagrams together at most
    public SendBatch(Libc libc, int capacity, int bytes) {
        this.libc = libc;
        this.capacity = capacity;
        this.headers = libc.allocate(MessageLayout.HEADER_SIZE * capacity);
        this.names = libc.allocate((long) DatagramName.SOCKADDR_SIZE * capacity);
        this.pieces = libc.allocate(MessageLayout.PIECE_SIZE * capacity);
        this.payloads = libc.allocate(bytes);
        this.starts = new long[capacity];
        this.lengths = new int[capacity];
        for (int i = 0; i < capacity; i++) {
            MemorySegment header = header(i);
            header.set(ADDRESS, MessageLayout.NAME, slice(names, DatagramName.SOCKADDR_SIZE, i));
            header.set(ADDRESS, MessageLayout.PIECES, slice(pieces, MessageLayout.PIECE_SIZE, i));
            header.set(JAVA_LONG, MessageLayout.PIECE_COUNT, 1);
        }
    }

    /// The datagrams in it.
    public int count() {
        return count;
    }

    /// Whether a datagram of that many bytes still fits in.
    public boolean hasRoom(int length) {
        return count < capacity && length <= payloads.byteSize() - filled;
    }

    /// Appends a copy of a datagram, for which there must be room.
    ///
    /// @param to [UnixName#NONE] for the one the socket is connected to
    public void add(DatagramName to, byte[] bytes, int from, int end) {
        int length = end - from;
        MemorySegment.copy(bytes, from, payloads, JAVA_BYTE, filled, length);
        long piece = MessageLayout.PIECE_SIZE * count;
        pieces.set(JAVA_LONG, piece + MessageLayout.PIECE_BASE, payloads.address() + filled);
        pieces.set(JAVA_LONG, piece + MessageLayout.PIECE_LENGTH, length);
        int named = to.isNamed() ? to.write(names, (long) DatagramName.SOCKADDR_SIZE * count) : 0;
        headers.set(JAVA_INT, MessageLayout.HEADER_SIZE * count + MessageLayout.NAME_LENGTH, named);
        starts[count] = filled;
        lengths[count] = length;
        filled += length;
        count++;
    }

    /// The length of a datagram.
    public int length(int index) {
        return lengths[index];
    }

    /// A copy of a datagram.
    public byte[] bytes(int index) {
        return payloads.asSlice(starts[index], lengths[index]).toArray(JAVA_BYTE);
    }

    /// Takes all datagrams out.
    public void clear() {
        count = 0;
        filled = 0;
    }

    /// Sends without waiting, in order, and stops at the first that cannot be sent.
    int send(int fd, int from, int to) {
        MemorySegment first = headers.asSlice(MessageLayout.HEADER_SIZE * from);
        return libc.sendmmsg(fd, first, to - from, Kernel.MSG_DONTWAIT | Kernel.MSG_NOSIGNAL);
    }

    MemorySegment header(int index) {
        return slice(headers, MessageLayout.HEADER_SIZE, index);
    }

    private static MemorySegment slice(MemorySegment all, long size, int index) {
        return all.asSlice(size * index, size);
    }
}
