package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Datagrams received with one system call, with their senders. Belongs to the thread of its
/// [Libc]; its content lasts until the next is received.
public final class ReceiveBatch {
    private final Libc libc;
    private final int capacity;
    private final int longest;
    private final MemorySegment headers;
    private final MemorySegment names;
    private final MemorySegment controls;
    private final MemorySegment payloads;
    private int used;

    /// An empty batch.
    ///
    /// @param capacity datagrams at most
    /// @param longest bytes kept of each
    public ReceiveBatch(Libc libc, int capacity, int longest) {
        this.libc = libc;
        this.capacity = capacity;
        this.longest = longest;
        this.headers = libc.allocate(MessageLayout.HEADER_SIZE * capacity);
        this.names = libc.allocate((long) DatagramName.SOCKADDR_SIZE * capacity);
        this.controls = libc.allocate(MessageLayout.CREDENTIALS_SIZE * capacity);
        this.payloads = libc.allocate((long) longest * capacity);
        var pieces = libc.allocate(MessageLayout.PIECE_SIZE * capacity);
        for (int i = 0; i < capacity; i++) {
            MemorySegment piece = slice(pieces, MessageLayout.PIECE_SIZE, i);
            piece.set(ADDRESS, MessageLayout.PIECE_BASE, payloads.asSlice((long) longest * i));
            piece.set(JAVA_LONG, MessageLayout.PIECE_LENGTH, longest);
            MemorySegment header = header(i);
            header.set(ADDRESS, MessageLayout.NAME, slice(names, DatagramName.SOCKADDR_SIZE, i));
            header.set(ADDRESS, MessageLayout.PIECES, piece);
            header.set(JAVA_LONG, MessageLayout.PIECE_COUNT, 1);
            header.set(ADDRESS, MessageLayout.CONTROL, control(i));
        }
        used = capacity;
    }

    /// Datagrams at most.
    public int capacity() {
        return capacity;
    }

    /// Bytes kept of each.
    public int longest() {
        return longest;
    }

    /// The length of a datagram, or what was kept of it.
    public int length(int index) {
        return headers.get(JAVA_INT, headerAt(index) + MessageLayout.LENGTH);
    }

    /// Whether the datagram was longer than what is kept.
    public boolean isCut(int index) {
        return (headers.get(JAVA_INT, headerAt(index) + MessageLayout.FLAGS) & Kernel.MSG_TRUNC) != 0;
    }

    /// Copies a datagram into an array.
    ///
    /// @param at where its first byte goes
    public void copy(int index, byte[] into, int at) {
        MemorySegment.copy(payloads, JAVA_BYTE, (long) longest * index, into, at, length(index));
    }

    /// What the sender is bound to.
    public DatagramName name(int index) {
        return DatagramName.read(slice(names, DatagramName.SOCKADDR_SIZE, index), nameLength(index));
    }

    /// Who sent it; null unless the socket asked for credentials before it was sent.
    public @Nullable Sender sender(int index) {
        MemorySegment control = control(index);
        return MessageLayout.isCredentials(control, credentialsLength(index)) ? MessageLayout.sender(control) : null;
    }

    /// Tells senders apart roughly.
    int senderHash(int index) {
        long at = nameAt(index);
        long end = at + nameLength(index);
        long hash = credentialsLength(index);
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = hash * 31 + names.get(JAVA_LONG, at);
        }
        for (; at < end; at++) {
            hash = hash * 31 + names.get(JAVA_BYTE, at);
        }
        hash *= 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32);
    }

    /// The name and the credentials, if there are any, as the kernel wrote them.
    byte[] senderBytes(int index) {
        int length = nameLength(index);
        int more = credentialsLength(index);
        byte[] bytes = new byte[length + more];
        MemorySegment.copy(names, JAVA_BYTE, nameAt(index), bytes, 0, length);
        MemorySegment.copy(controls, JAVA_BYTE, controlAt(index), bytes, length, more);
        return bytes;
    }

    /// Whether a datagram has the sender of another.
    ///
    /// @param sender the other's [#senderBytes(int)]
    boolean isFrom(int index, MemorySegment sender) {
        int length = nameLength(index);
        int more = credentialsLength(index);
        return sender.byteSize() == length + more
                && MemorySegment.mismatch(names, nameAt(index), nameAt(index) + length, sender, 0, length) < 0
                && MemorySegment.mismatch(
                                controls, controlAt(index), controlAt(index) + more, sender, length, length + more)
                        < 0;
    }

    /// Receives what is there.
    ///
    /// @param flags whether to wait for the first
    int receive(int fd, int flags) {
        for (int i = 0; i < used; i++) {
            // the kernel writes over the room how much of it is taken
            headers.set(JAVA_INT, headerAt(i) + MessageLayout.NAME_LENGTH, DatagramName.SOCKADDR_SIZE);
            headers.set(JAVA_LONG, headerAt(i) + MessageLayout.CONTROL_LENGTH, MessageLayout.CREDENTIALS_SIZE);
        }
        int answer = libc.recvmmsg(fd, headers, capacity, flags);
        used = Math.max(answer, 0);
        return answer;
    }

    private int nameLength(int index) {
        int length = headers.get(JAVA_INT, headerAt(index) + MessageLayout.NAME_LENGTH);
        return Math.min(length, DatagramName.SOCKADDR_SIZE);
    }

    private static long nameAt(int index) {
        return (long) DatagramName.SOCKADDR_SIZE * index;
    }

    private int credentialsLength(int index) {
        return (int) headers.get(JAVA_LONG, headerAt(index) + MessageLayout.CONTROL_LENGTH);
    }

    private static long controlAt(int index) {
        return MessageLayout.CREDENTIALS_SIZE * index;
    }

    private static long headerAt(int index) {
        return MessageLayout.HEADER_SIZE * index;
    }

    private MemorySegment header(int index) {
        return slice(headers, MessageLayout.HEADER_SIZE, index);
    }

    private MemorySegment control(int index) {
        return slice(controls, MessageLayout.CREDENTIALS_SIZE, index);
    }

    private static MemorySegment slice(MemorySegment all, long size, int index) {
        return all.asSlice(size * index, size);
    }
}
