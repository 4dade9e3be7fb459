package org.wirechief.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Bytes the socket of one connection has not taken yet, in order. Loop thread only. Owns no memory
/// while it is empty.
final class OutputQueue {
    private static final int SMALLEST = 4096;

    private @Nullable ArrayDeque<Chunk> chunks;
    private int size;

    int size() {
        return size;
    }

    /// Writes at once what the socket takes, as long as nothing is queued before it, and queues the
    /// rest.
    ///
    /// @return the number of bytes the socket took
    int send(SocketChannel channel, ByteBuffer transfer, byte[] bytes, int from, int to) throws IOException {
        int at = from;
        while (size == 0 && at < to) {
            int n = Math.min(transfer.capacity(), to - at);
            int taken = channel.write(transfer.clear().put(bytes, at, n).flip());
            at += taken;
            if (taken < n) {
                break;
            }
        }
        if (at < to) {
            append(bytes, at, to);
        }
        return at - from;
    }

    /// Writes queued bytes until the socket takes no more.
    ///
    /// @return the number of bytes the socket took
    int flush(SocketChannel channel, ByteBuffer transfer) throws IOException {
        int total = 0;
        while (size > 0) {
            fill(transfer.clear());
            int offered = transfer.flip().remaining();
            int taken = channel.write(transfer);
            drop(taken);
            total += taken;
            if (taken < offered) {
                break;
            }
        }
        return total;
    }

    void clear() {
        chunks = null;
        size = 0;
    }

    private void append(byte[] bytes, int from, int to) {
        if (chunks == null) {
            chunks = new ArrayDeque<>(2);
        }
        int at = from;
        Chunk last = chunks.peekLast();
        if (last != null) {
            at += last.append(bytes, at, to);
        }
        if (at < to) {
            var chunk = new Chunk(Math.max(SMALLEST, to - at));
            chunk.append(bytes, at, to);
            chunks.addLast(chunk);
        }
        size += to - from;
    }

    private void fill(ByteBuffer target) {
        if (chunks != null) {
            for (Chunk chunk : chunks) {
                int n = Math.min(target.remaining(), chunk.end - chunk.start);
                target.put(chunk.bytes, chunk.start, n);
                if (!target.hasRemaining()) {
                    return;
                }
            }
        }
    }

    private void drop(int taken) {
        size -= taken;
        for (int left = taken; chunks != null && left > 0; ) {
            Chunk first = chunks.getFirst();
            int n = Math.min(left, first.end - first.start);
            first.start += n;
            left -= n;
            if (first.start == first.end) {
                chunks.removeFirst();
            }
        }
        if (size == 0) {
            chunks = null;
        }
    }

    /// Part of the queue; its bytes from start to end are still to be sent.
    private static final class Chunk {
        final byte[] bytes;
        int start;
        int end;

        Chunk(int capacity) {
            bytes = new byte[capacity];
        }

        /// Takes what there is room for and says how much.
        int append(byte[] from, int at, int to) {
            int n = Math.min(bytes.length - end, to - at);
            System.arraycopy(from, at, bytes, end, n);
            end += n;
            return n;
        }
    }
}
