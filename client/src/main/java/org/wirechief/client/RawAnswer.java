package org.wirechief.client;

import java.util.Arrays;

/// An answer as it came, all of its bytes and none of them looked into.
///
/// For programs that show what goes over the wire. Everybody else calls [Client#call].
public final class RawAnswer {
    private final int cookie;
    private final byte[] bytes;

    RawAnswer(int cookie, byte[] bytes) {
        this.cookie = cookie;
        this.bytes = bytes;
    }

    /// The number the call was sent with, and came back with: BINRPC's cookie, unsigned.
    public int cookie() {
        return cookie;
    }

    /// The whole packet, header included. Not a copy: the caller owns it.
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "RawAnswer[cookie=%08x, %d bytes, hash %08x]".formatted(cookie, bytes.length, Arrays.hashCode(bytes));
    }
}
