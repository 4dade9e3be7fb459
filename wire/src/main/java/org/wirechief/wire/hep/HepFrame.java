package org.wirechief.wire.hep;

import org.wirechief.core.ProtocolError;

/// Where a packet ends on a stream, on which packets of version 3 stand back to back. Versions 1
/// and 2 have no length, so that they cannot go over one.
public final class HepFrame {
    private HepFrame() {}

    /// How long the packet is that begins at `from`.
    ///
    /// @param to where the bytes that have come end
    /// @return 6 to [HepPacket#MAX_LENGTH], or 0 when the packet is not whole yet
    /// @throws ProtocolError when no packet can begin like this; where the next one begins cannot
    ///     be told then
    public static int length(byte[] bytes, int from, int to) throws ProtocolError {
        for (int i = 0; i < Math.min(Hep3.MAGIC.length(), to - from); i++) {
            if ((bytes[from + i] & 0xFF) != Hep3.MAGIC.at(i)) {
                throw new ProtocolError(notAtTheStart(bytes[from]));
            }
        }
        if (to - from < Hep3.HEADER) {
            return 0;
        }
        int length = (bytes[from + 4] & 0xFF) << 8 | (bytes[from + 5] & 0xFF);
        if (length < Hep3.HEADER) {
            throw new ProtocolError("byte 4: a packet of " + length + " bytes is shorter than its own header");
        }
        return to - from < length ? 0 : length;
    }

    private static String notAtTheStart(byte first) {
        return first == 1 || first == 2
                ? "byte 0: HEP version " + first + " has no length and goes over datagrams only"
                : "byte 0: a packet on a stream begins with HEP3";
    }
}
