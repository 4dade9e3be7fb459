package org.wirechief.wire.hep;

import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// A packet of version 1: addresses and what was captured. For datagrams only, it has no length of
/// its own.
///
/// The reference servers, tracing their management plane, send 8 zero bytes as the payload, 32 for
/// IPv6 (`hep.v1.version.1`).
public record Hep1(HepFlow flow, Octets payload) implements HepPacket {
    /// Version, header length, family, protocol, and both ports.
    static final int BEFORE_ADDRESSES = 8;

    /// @throws IllegalArgumentException when the addresses are not both of IPv4 or both of IPv6
    public Hep1 {
        flow.requireAddresses();
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(ReplyBuffer out) {
        writeHeader(out, version(), flow);
        out.append(payload);
    }

    /// What versions 1 and 2 have in common.
    static void writeHeader(ReplyBuffer out, int version, HepFlow flow) {
        out.append(version);
        out.append(BEFORE_ADDRESSES + 2 * flow.requireAddresses());
        out.append(flow.family());
        out.append(flow.protocol());
        out.appendBigEndian(flow.source().port(), 2);
        out.appendBigEndian(flow.destination().port(), 2);
        out.append(flow.source().ip());
        out.append(flow.destination().ip());
    }
}
