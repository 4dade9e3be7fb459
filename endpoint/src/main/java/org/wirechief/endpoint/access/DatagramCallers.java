package org.wirechief.endpoint.access;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Access;
import org.wirechief.core.Origin;
import org.wirechief.endpoint.OwnSockets;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.ProcessCredentials;

/// Peers of datagram sockets as callers of a module.
public final class DatagramCallers {
    private DatagramCallers() {}

    /// What a policy says about a peer.
    public static Admission admission(AccessPolicy policy, DatagramPeer peer) {
        if (peer.inet() != null) {
            return policy.of(peer.inet());
        }
        return policy.of(policy.tellsUsersApart() ? unixCaller(peer) : null);
    }

    /// Whether a datagram seems to come from a UDP socket of this server itself.
    public static boolean isOwn(OwnSockets own, DatagramPeer peer) {
        InetSocketAddress socket = peer.socket();
        return socket != null && own.contains(socket);
    }

    /// Where a call of an admitted peer comes from: `127.0.0.1:40000`, `uid 1000 pid 77`.
    public static Origin origin(String module, DatagramPeer peer, Access level) {
        return new Origin(module, peer.transport().label(), text(peer), level);
    }

    private static @Nullable UnixCaller unixCaller(DatagramPeer peer) {
        ProcessCredentials credentials = peer.credentials();
        return credentials == null
                ? null
                : new UnixCaller(Long.toString(credentials.uid()), Long.toString(credentials.gid()));
    }

    private static String text(DatagramPeer peer) {
        if (peer.inet() != null) {
            return peer.address() + ":" + peer.port();
        }
        ProcessCredentials credentials = peer.credentials();
        return credentials == null ? "a local process" : "uid " + credentials.uid() + " pid " + credentials.pid();
    }
}
