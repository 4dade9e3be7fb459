package org.wirechief.net;

import org.wirechief.net.linux.UnixName;

/// A datagram as a reader takes it. Each reader has one, used again and again.
final class TakenDatagram {
    private final byte[] bytes;
    private DatagramPeer peer = DatagramPeer.of(UnixName.NONE, null);
    private int length;
    private boolean cut;
    private boolean more;

    /// @param longest bytes that are kept
    TakenDatagram(int longest) {
        bytes = new byte[longest];
    }

    void set(DatagramPeer from, int kept, boolean isCut, boolean hasMore) {
        peer = from;
        length = kept;
        cut = isCut;
        more = hasMore;
    }

    /// Valid up to [#length()].
    byte[] bytes() {
        return bytes;
    }

    DatagramPeer peer() {
        return peer;
    }

    /// The bytes that were kept.
    int length() {
        return length;
    }

    /// Whether it was longer.
    boolean isCut() {
        return cut;
    }

    /// Whether the next is there already: it came with the same system call.
    boolean hasMore() {
        return more;
    }
}
