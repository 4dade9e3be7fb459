package org.wirechief.endpoint.trace;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;
import org.wirechief.net.Address;

/// The two ends of the exchanges of one door, as a tracer is told them. Immutable.
///
/// The own address is the configured one, 0.0.0.0 for every address (spec mi-text §11.3). Where one
/// end has IPv4 and the other IPv6, as on a socket for both, IPv4 is told as `::ffff:a.b.c.d`.
public final class DoorEnds {
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private final byte @Nullable [] own;
    private final int ownPort;
    private final int protocol;

    private DoorEnds(byte @Nullable [] own, int ownPort, int protocol) {
        this.own = own;
        this.ownPort = ownPort;
        this.protocol = protocol;
    }

    /// Of a door that listens there.
    ///
    /// @param local with the numeric host and the port it is bound to
    public static DoorEnds of(Address local) {
        return switch (local.transport()) {
            case TCP -> new DoorEnds(host(local), local.port(), Tap.Ends.TCP);
            case UDP -> new DoorEnds(host(local), local.port(), Tap.Ends.UDP);
            case UNIX_DATAGRAM -> new DoorEnds(null, 0, Tap.Ends.UDP);
            case UNIX_STREAM, FIFO -> new DoorEnds(null, 0, Tap.Ends.TCP);
        };
    }

    private static byte[] host(Address local) {
        return local.isWildcard()
                ? new byte[4]
                : InetAddress.ofLiteral(local.name()).getAddress();
    }

    /// With a caller.
    ///
    /// @param peer its IP address; null for none
    public Tap.Ends with(@Nullable InetAddress peer, int port) {
        if (own == null || peer == null) {
            return Tap.Ends.local(protocol);
        }
        byte[] caller = peer.getAddress();
        int length = Math.max(caller.length, own.length);
        return new Tap.Ends(wide(caller, length), port, wide(own, length), ownPort, protocol);
    }

    private static Octets wide(byte[] address, int length) {
        Octets octets = Octets.copyOf(address);
        return address.length == length ? octets : Octets.join(Octets.copyOf(MAPPED), octets);
    }
}
