package org.wirechief.endpoint;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// The UDP sockets of all doors of a server. What seems to come from one of them was forged, and an
/// answer would make two doors talk to each other for ever. Safe for use by several threads.
public final class OwnSockets {
    private final List<Predicate<InetSocketAddress>> sockets = new CopyOnWriteArrayList<>();

    public OwnSockets() {}

    /// Adds what tells whether an address is that of one of a module's sockets, for as long as the
    /// server lives.
    public void add(Predicate<InetSocketAddress> isOwn) {
        sockets.add(isOwn);
    }

    public boolean contains(InetSocketAddress address) {
        for (Predicate<InetSocketAddress> isOwn : sockets) {
            if (isOwn.test(address)) {
                return true;
            }
        }
        return false;
    }
}
