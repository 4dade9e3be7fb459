package org.wirechief.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/// Bytes read from one connection and not yet used. Loop thread only.
///
/// Fresh bytes stand in the loop's shared workspace; only what a handler leaves is copied into
/// memory of the connection, so an idle connection owns none. [#settle()] makes that copy and must
/// follow before another connection reads.
final class InputBuffer {
    private static final byte[] NONE = new byte[0];
    private static final int SMALLEST = 256;

    private final int max;
    private byte[] bytes = NONE;
    private int start;
    private int end;
    private boolean borrowed;

    /// @param max the most bytes to hold
    InputBuffer(int max) {
        this.max = max;
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int size() {
        return end - start;
    }

    boolean isFull() {
        return size() >= max;
    }

    /// Reads once, as much as there is room for.
    ///
    /// @return the number of bytes, 0 when none are there, -1 at the end of input
    int read(SocketChannel channel, EventLoop loop) throws IOException {
        ByteBuffer transfer = loop.transfer().clear();
        transfer.limit(Math.min(transfer.capacity(), max - size()));
        int n = channel.read(transfer);
        if (n > 0) {
            if (size() == 0) {
                bytes = loop.workspace();
                borrowed = true;
                start = 0;
                end = 0;
            } else {
                makeRoom(n);
            }
            transfer.flip().get(bytes, end, n);
            end += n;
        }
        return n;
    }

    /// Drops the first bytes.
    ///
    /// @throws IllegalStateException if there are not that many
    void use(int n) {
        if (n < 0 || n > size()) {
            throw new IllegalStateException("a handler used " + n + " of " + size() + " bytes");
        }
        start += n;
    }

    /// Moves what is left out of the shared workspace; frees the memory when nothing is left.
    void settle() {
        if (size() == 0) {
            clear();
        } else if (borrowed) {
            bytes = Arrays.copyOfRange(bytes, start, start + Math.max(size(), Math.min(SMALLEST, max)));
            end -= start;
            start = 0;
            borrowed = false;
        }
    }

    void clear() {
        bytes = NONE;
        start = 0;
        end = 0;
        borrowed = false;
    }

    private void makeRoom(int n) {
        if (bytes.length - end >= n) {
            return;
        }
        int size = size();
        // doubling keeps a request that comes byte by byte from being copied at every byte
        byte[] target =
                bytes.length >= size + n ? bytes : new byte[Math.min(max, Math.max(2 * bytes.length, size + n))];
        System.arraycopy(bytes, start, target, 0, size);
        bytes = target;
        start = 0;
        end = size;
    }
}
