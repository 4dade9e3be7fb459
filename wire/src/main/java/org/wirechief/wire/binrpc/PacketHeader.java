package org.wirechief.wire.binrpc;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;

/// What a packet says about itself before its body (spec ctl §2).
///
/// @param cookie the caller's number for this call, 32 bits, unsigned
/// @param headerLength bytes before the body, 4 to 10
/// @param bodyLength bytes of the body, 0 to 2^31-1 whatever limit the reader has
public record PacketHeader(Kind kind, int cookie, int headerLength, int bodyLength) {
    /// The fault text for bytes that are no packet, or a packet that is no request (spec ctl §5).
    static final String CORRUPTED = "bad request: corrupted packet";

    /// Magic 0xA and version 1.
    static final int MAGIC = 0xA1;

    /// The shortest header there is; less than that is not looked at.
    private static final int SHORTEST = 4;

    /// What a packet is.
    public enum Kind {
        REQUEST(0),
        REPLY(1),
        FAULT(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        private static @Nullable Kind of(int number) {
            return switch (number) {
                case 0 -> REQUEST;
                case 1 -> REPLY;
                case 3 -> FAULT;
                default -> null;
            };
        }
    }

    /// Reads the header of a packet that begins at `from`. Padded lengths and cookies are read.
    ///
    /// @param to where the bytes that have come end
    /// @return null when more bytes are needed to tell
    /// @throws ProtocolError when no packet can begin like this; its message is the text of the
    ///     fault to answer, with cookie 0 (`malformed/unixs/bad-magic`)
    public static @Nullable PacketHeader read(byte[] bytes, int from, int to) throws ProtocolError {
        if (to - from < SHORTEST) {
            return null;
        }
        int flags = bytes[from + 1];
        Kind kind = Kind.of(flags >> 4 & 0xF);
        if ((bytes[from] & 0xFF) != MAGIC || kind == null) {
            throw corrupted();
        }
        int lengthBytes = (flags >> 2 & 3) + 1;
        int cookieBytes = (flags & 3) + 1;
        int headerLength = 2 + lengthBytes + cookieBytes;
        if (to - from < headerLength) {
            return null;
        }
        int bodyLength = BigEndian.readInt(bytes, from + 2, lengthBytes);
        if (bodyLength < 0) {
            throw corrupted();
        }
        int cookie = BigEndian.readInt(bytes, from + 2 + lengthBytes, cookieBytes);
        return new PacketHeader(kind, cookie, headerLength, bodyLength);
    }

    /// What a server says to bytes that are no packet, and to packets that are no requests.
    public static ProtocolError corrupted() {
        return new ProtocolError(CORRUPTED);
    }

    /// Bytes of the whole packet; 2^31-1 also for the few more that no array holds.
    public int packetLength() {
        return (int) Math.min((long) headerLength + bodyLength, Integer.MAX_VALUE);
    }
}
