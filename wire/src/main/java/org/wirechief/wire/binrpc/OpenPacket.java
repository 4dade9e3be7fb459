package org.wirechief.wire.binrpc;

import org.wirechief.wire.ReplyBuffer;

/// A packet whose body is being written at the end of a buffer. The length, and how many bytes it
/// takes, is known at the end only, so room for one is left and the body moves when it needs more.
///
/// @param start where the packet begins in `out`
record OpenPacket(ReplyBuffer out, int start, PacketHeader.Kind kind, int cookie) {
    /// Where the length stands in a header.
    private static final int LENGTH_AT = 2;

    static OpenPacket begin(ReplyBuffer out, PacketHeader.Kind kind, int cookie) {
        OpenPacket packet = new OpenPacket(out, out.size(), kind, cookie);
        out.append(PacketHeader.MAGIC);
        out.append(0);
        out.append(0);
        BigEndian.write(out, cookie, packet.cookieBytes());
        return packet;
    }

    int bodyLength() {
        return out.size() - start - LENGTH_AT - 1 - cookieBytes();
    }

    /// Completes the header in its shortest form (`types/hdr/cookie-padded-4`).
    void finish() {
        int length = bodyLength();
        int lengthBytes = Math.max(1, BigEndian.size(length));
        if (lengthBytes > 1) {
            out.insert(start + LENGTH_AT, lengthBytes - 1);
        }
        out.set(start + 1, kind.number() << 4 | (lengthBytes - 1) << 2 | (cookieBytes() - 1));
        for (int i = 0; i < lengthBytes; i++) {
            out.set(start + LENGTH_AT + i, length >>> ((lengthBytes - 1 - i) * 8));
        }
    }

    private int cookieBytes() {
        return Math.max(1, BigEndian.size(cookie));
    }
}
