package org.wirechief.endpoint.trace;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Access;
import org.wirechief.core.Origin;
import org.wirechief.endpoint.access.DatagramCallers;
import org.wirechief.net.DatagramPeer;

/// The askers of a datagram door. Where it is not traced, a peer that asks several times in a row
/// is put into words once, and so are all sockets of one local process. One thread at a time.
public final class DatagramAskers {
    private final String module;
    private final @Nullable Trails trails;
    private @Nullable DatagramPeer last;
    private @Nullable Asker asker;

    /// @param module the door's, `mi_datagram`
    /// @param trails where requests are told; null for nowhere
    public DatagramAskers(String module, @Nullable Trails trails) {
        this.module = module;
        this.trails = trails;
    }

    /// An admitted peer.
    ///
    /// @param level the highest level of command it may run
    public Asker of(DatagramPeer peer, Access level) {
        if (trails != null) {
            return new Asker(DatagramCallers.origin(module, peer, level), trails.of(peer));
        }
        Asker known = asker;
        if (known == null || known.origin().granted() != level || !isLast(peer)) {
            Origin origin = DatagramCallers.origin(module, peer, level);
            known = new Asker(origin, null);
            asker = known;
            last = peer;
        }
        return known;
    }

    /// The words for a local peer are of its process, not of its address.
    private boolean isLast(DatagramPeer peer) {
        if (last == null) {
            return false;
        }
        boolean local = peer.inet() == null && last.inet() == null;
        return local ? Objects.equals(peer.credentials(), last.credentials()) : peer.equals(last);
    }
}
