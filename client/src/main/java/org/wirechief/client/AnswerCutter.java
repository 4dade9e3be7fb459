package org.wirechief.client;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.binrpc.PacketHeader;

/// Cuts the bytes of a stream into packets, however they come. Takes memory for what is there, not
/// for what is announced, and none for packets that nobody wants.
final class AnswerCutter {
    /// The longest header there is (spec ctl §2).
    private static final int LONGEST_HEADER = 10;

    private final Reader reader;
    private final byte[] head = new byte[LONGEST_HEADER];
    private int headFilled;
    private @Nullable PacketHeader header;
    private @Nullable Pieces packet;
    private int filled;

    /// Who wants the packets.
    interface Reader {
        /// No packet begins like this.
        ///
        /// @return what to throw
        ProtocolError garbage(byte[] beginning);

        /// A packet begins.
        ///
        /// @return whether to keep it
        /// @throws ProtocolError when it must not be there
        boolean begins(PacketHeader header) throws ProtocolError;

        /// It is whole.
        ///
        /// @param packet its bytes, null if it was not to be kept
        void ends(@Nullable Pieces packet);
    }

    AnswerCutter(Reader reader) {
        this.reader = reader;
    }

    /// Takes the next bytes.
    ///
    /// @throws ProtocolError when no packet begins where one should
    void take(byte[] bytes, int from, int to) throws ProtocolError {
        int at = from;
        while (at < to) {
            at += header == null ? takeHead(bytes[at]) : takeBody(header, bytes, at, to);
            if (header != null && filled == header.packetLength()) {
                finish();
            }
        }
    }

    /// How many bytes of the packet that has begun are there.
    int filled() {
        return header == null ? headFilled : filled;
    }

    /// How many it announces, 0 while that is not known.
    int announced() {
        return header == null ? 0 : header.packetLength();
    }

    private int takeHead(byte octet) throws ProtocolError {
        head[headFilled++] = octet;
        PacketHeader begun = header();
        if (begun != null) {
            packet = reader.begins(begun) ? new Pieces(begun.packetLength()) : null;
            header = begun;
            keep(head, 0, headFilled);
        }
        return 1;
    }

    private @Nullable PacketHeader header() throws ProtocolError {
        try {
            return PacketHeader.read(head, 0, headFilled);
        } catch (ProtocolError e) {
            throw reader.garbage(Arrays.copyOf(head, headFilled));
        }
    }

    private int takeBody(PacketHeader begun, byte[] bytes, int at, int to) {
        int count = Math.min(to - at, begun.packetLength() - filled);
        keep(bytes, at, at + count);
        return count;
    }

    private void keep(byte[] bytes, int from, int to) {
        if (packet != null) {
            packet.add(bytes, from, to);
        }
        filled += to - from;
    }

    private void finish() {
        Pieces whole = packet;
        header = null;
        packet = null;
        headFilled = 0;
        filled = 0;
        reader.ends(whole);
    }
}
