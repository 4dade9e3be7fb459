package org.wirechief.wire.hep;

import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.ReplyBuffer;

/// One captured message with who sent it to whom. Immutable.
///
/// ```java
/// HepPacket packet = HepPacket.read(bytes, 0, length);
/// IO.println(packet.flow().source() + " said " + packet.payload());
/// ```
public sealed interface HepPacket permits Hep1, Hep2, Hep3 {
    /// Bytes of the longest packet there can be.
    int MAX_LENGTH = 65535;

    /// 1, 2 or 3.
    int version();

    HepFlow flow();

    /// What was captured, as it stands in the packet; empty when there is nothing.
    Octets payload();

    /// What was captured, inflated when the packet has it compressed.
    ///
    /// @param maxBytes how long it may become
    /// @throws ProtocolError when it becomes longer or is damaged
    default Octets content(int maxBytes) throws ProtocolError {
        return payload();
    }

    /// Appends it as it goes over the wire.
    void write(ReplyBuffer out);

    /// Reads one whole packet and nothing else: a datagram, or what [HepFrame] found.
    ///
    /// @param to where the packet ends
    /// @throws ProtocolError saying at which byte of the packet what is wrong
    static HepPacket read(byte[] bytes, int from, int to) throws ProtocolError {
        return HepReader.read(bytes, from, to);
    }
}
