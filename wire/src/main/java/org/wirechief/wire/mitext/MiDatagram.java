package org.wirechief.wire.mitext;

/// What a datagram that came for MI looks like, before anybody reads it.
public final class MiDatagram {
    private MiDatagram() {}

    /// Whether it is JSON-RPC rather than text: after any bytes 0x01 to 0x20, `{` or `[` stands.
    ///
    /// @param to behind its last byte
    public static boolean isJson(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0x01 || bytes[i] > 0x20) {
                return bytes[i] == '{' || bytes[i] == '[';
            }
        }
        return false;
    }

    /// Whether it is what a text server answers: three digits and a blank. To answer that would
    /// make two servers talk to each other for ever.
    ///
    /// @param to behind its last byte
    public static boolean isTextReply(byte[] bytes, int from, int to) {
        return to - from >= 4
                && isDigit(bytes[from])
                && isDigit(bytes[from + 1])
                && isDigit(bytes[from + 2])
                && bytes[from + 3] == ' ';
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
