package org.wirechief.client;

import org.jspecify.annotations.Nullable;

/// An answer as it came, all of its bytes and none of them looked into.
///
/// For programs that show what goes over the wire. Everybody else calls [Client#call].
public final class RawAnswer {
    private final int cookie;
    private final Pieces pieces;
    private byte @Nullable [] bytes;

    RawAnswer(int cookie, Pieces pieces) {
        this.cookie = cookie;
        this.pieces = pieces;
    }

    /// The number the call was sent with: BINRPC's cookie, unsigned, or the id in JSON-RPC over a
    /// FIFO. 0 in datagrams of MI and in lines, which have none.
    public int cookie() {
        return cookie;
    }

    /// The whole packet, header included; in MI the datagram, or what came on the reply FIFO. Not a
    /// copy: the caller owns it.
    public synchronized byte[] bytes() {
        if (bytes == null) {
            bytes = pieces.joined();
        }
        return bytes;
    }

    @Override
    public String toString() {
        return "RawAnswer[cookie=%08x, %d bytes]".formatted(cookie, pieces.filled());
    }
}
