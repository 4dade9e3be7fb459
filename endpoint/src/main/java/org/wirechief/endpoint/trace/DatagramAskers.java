package org.wirechief.endpoint.trace;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Access;
import org.wirechief.endpoint.access.DatagramCallers;
import org.wirechief.net.DatagramPeer;

/// The askers of a datagram door. Where it is not traced, a peer that asks again is put into words
/// once, as long as not too many others asked since, and so are all sockets of one local process.
/// One thread at a time.
public final class DatagramAskers {
    /// A power of two, so many that some peers seldom share a place.
    private static final int PLACES = 256;

    private final String module;
    private final @Nullable Trails trails;
    private final @Nullable Known[] places = new Known[PLACES];

    private record Known(DatagramPeer peer, Asker asker) {}

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
        int place = place(peer);
        Known known = places[place];
        if (known == null || known.asker.origin().granted() != level || !isSame(peer, known.peer)) {
            known = new Known(peer, new Asker(DatagramCallers.origin(module, peer, level), null));
            places[place] = known;
        }
        return known.asker;
    }

    private static int place(DatagramPeer peer) {
        int hash = peer.inet() == null ? Objects.hashCode(peer.credentials()) : peer.hashCode();
        // mixed, for addresses that follow each other differ in few bits
        return ((hash * 0x9E3779B9) >>> 16) & (PLACES - 1);
    }

    /// The words for a local peer are of its process, not of its address.
    private static boolean isSame(DatagramPeer one, DatagramPeer other) {
        boolean local = one.inet() == null && other.inet() == null;
        return local ? Objects.equals(one.credentials(), other.credentials()) : one.equals(other);
    }
}
