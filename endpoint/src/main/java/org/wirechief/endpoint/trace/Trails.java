package org.wirechief.endpoint.trace;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Tap;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramPeer;

/// The trails of a datagram door, one a datagram. Safe for use by several threads.
public final class Trails {
    private final Tracing tracing;
    private final Supplier<@Nullable Address> local;
    private volatile @Nullable DoorEnds ends;

    /// @param local where the door listens, with the numeric host and the port it is bound to; null
    ///     until it is open
    public Trails(Tracing tracing, Supplier<@Nullable Address> local) {
        this.tracing = tracing;
        this.local = local;
    }

    /// Of a datagram's sender.
    public Trail of(DatagramPeer peer) {
        DoorEnds known = ends;
        if (known == null) {
            Address address = local.get();
            if (address == null) {
                return new Trail(tracing, Tap.Ends.local(Tap.Ends.UDP), peer.isAddressable());
            }
            known = DoorEnds.of(address);
            ends = known;
        }
        return new Trail(tracing, known.with(peer.inet(), peer.port()), peer.isAddressable());
    }
}
