package org.wirechief.wire.hep;

import java.nio.ByteOrder;
import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// A packet of version 2: version 1 with a time and a capture id. For datagrams only.
///
/// Time and capture id stand in the byte order of the sender's machine, and the packet does not say
/// which that is (spec mi-text §11.4). We send little-endian, as almost every machine does. A
/// packet that is read is little-endian too, unless its microseconds are a million or more that way
/// and less than a million the other way.
///
/// @param captureId 0 to 65535
/// @param order that of the time and the capture id
public record Hep2(HepFlow flow, HepTime time, int captureId, ByteOrder order, Octets payload) implements HepPacket {
    /// Seconds, microseconds, capture id, and two zero bytes.
    static final int TIME_HEADER = 12;

    /// @throws IllegalArgumentException when the addresses are not both of IPv4 or both of IPv6, or
    ///     the capture id is out of range
    public Hep2 {
        flow.requireAddresses();
        if ((captureId & ~0xFFFF) != 0) {
            throw new IllegalArgumentException("capture id " + captureId + " is not between 0 and 65535");
        }
    }

    /// As it is sent.
    public static Hep2 of(HepFlow flow, HepTime time, int captureId, Octets payload) {
        return new Hep2(flow, time, captureId, ByteOrder.LITTLE_ENDIAN, payload);
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(ReplyBuffer out) {
        Hep1.writeHeader(out, version(), flow);
        number(out, time.seconds(), 4);
        number(out, time.micros(), 4);
        number(out, captureId, 2);
        out.append(0);
        out.append(0);
        out.append(payload);
    }

    private void number(ReplyBuffer out, long number, int count) {
        boolean swapped = order.equals(ByteOrder.LITTLE_ENDIAN);
        out.appendBigEndian(swapped ? Long.reverseBytes(number) >>> (64 - 8 * count) : number, count);
    }
}
