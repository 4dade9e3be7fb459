package org.wirechief.net;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// The other end of a connection.
///
/// @param transport what carries its bytes
/// @param address the numeric IP address, or the path a Unix peer is bound to; empty for a Unix
///     peer without a name, as stream clients usually are
/// @param port the peer's port; 0 for Unix
/// @param inet the IP address; null for Unix
public record Peer(
        Transport transport,
        String address,
        int port,
        @Nullable InetAddress inet) {

    /// Whether the peer is on this machine: a Unix peer, or a loopback address.
    public boolean isLocal() {
        return inet == null || inet.isLoopbackAddress();
    }
}
