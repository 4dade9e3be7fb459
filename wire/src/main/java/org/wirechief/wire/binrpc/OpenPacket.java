package org.wirechief.wire.binrpc;

import org.wirechief.wire.ReplyBuffer;

/// A packet whose body is being written at the end of a buffer. The length, and how many bytes it
/// takes, is known at the end only, so room for one is left and the body moves when it needs more.
final class OpenPacket {
    /// Where the length stands in a header.
    private static final int LENGTH_AT = 2;

    private ReplyBuffer out;
    private PacketHeader.Kind kind;
    private int cookie;
    private int cookieBytes;
    private int start;
    private int body;

    private OpenPacket(ReplyBuffer out, PacketHeader.Kind kind, int cookie) {
        this.out = out;
        this.kind = kind;
        this.cookie = cookie;
    }

    static OpenPacket begin(ReplyBuffer out, PacketHeader.Kind kind, int cookie) {
        var packet = new OpenPacket(out, kind, cookie);
        packet.beginAnew(out, kind, cookie);
        return packet;
    }

    /// Begins another packet.
    void beginAnew(ReplyBuffer target, PacketHeader.Kind what, int number) {
        out = target;
        kind = what;
        cookie = number;
        cookieBytes = Math.max(1, BigEndian.size(number));
        start = target.size();
        target.appendBigEndian(PacketHeader.MAGIC << 16, LENGTH_AT + 1);
        target.appendBigEndian(number, cookieBytes);
        body = target.size();
    }

    /// Where the packet begins in its buffer.
    int start() {
        return start;
    }

    int cookie() {
        return cookie;
    }

    int bodyLength() {
        return out.size() - body;
    }

    /// Completes the header in its shortest form (`types/hdr/cookie-padded-4`).
    void finish() {
        int length = bodyLength();
        int lengthBytes = Math.max(1, BigEndian.size(length));
        if (lengthBytes > 1) {
            out.insert(start + LENGTH_AT, lengthBytes - 1);
        }
        out.set(start + 1, kind.number() << 4 | (lengthBytes - 1) << 2 | (cookieBytes - 1));
        for (int i = 0; i < lengthBytes; i++) {
            out.set(start + LENGTH_AT + i, length >>> ((lengthBytes - 1 - i) * 8));
        }
    }
}
