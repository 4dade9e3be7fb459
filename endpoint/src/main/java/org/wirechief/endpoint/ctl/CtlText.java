package org.wirechief.endpoint.ctl;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Access;
import org.wirechief.core.Origin;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.access.UnixCaller;
import org.wirechief.net.Address;
import org.wirechief.net.Credentials;
import org.wirechief.net.DatagramListener;
import org.wirechief.net.FifoListener;
import org.wirechief.net.Peer;
import org.wirechief.net.StreamConnection;
import org.wirechief.net.StreamListener;

/// How `ctl` spells sockets and peers in its listings (spec ctl §12).
final class CtlText {
    private CtlText() {}

    /// A door's name is as configured; its port is the one it has, also when any was asked for.
    static Door door(String payload, StreamListener listener) {
        Address real = listener.local();
        return door(payload, listener.address(), real, Address.tcp("127.0.0.1", real.port()));
    }

    static Door door(String payload, DatagramListener listener) {
        Address real = listener.local();
        return door(payload, listener.address(), real, Address.udp("127.0.0.1", real.port()));
    }

    static Door door(String payload, FifoListener listener) {
        return door(payload, listener.address(), listener.address(), listener.address());
    }

    private static Door door(String payload, Address asked, Address real, Address here) {
        Address reach = asked.isWildcard() ? here : real;
        return new Door("ctl", payload, asked.transport().label(), asked.name(), port(real), reach.toString());
    }

    static Caller caller(String payload, StreamConnection connection) {
        Peer peer = connection.peer();
        Address local = connection.local();
        return new Caller(
                connection.id(),
                payload,
                peer.transport().label(),
                peer.address().isEmpty() ? "<anonymous unix socket>" : peer.address(),
                peer.port() == 0 ? "" : Integer.toString(peer.port()),
                local.name(),
                port(local),
                connection.queued());
    }

    /// Looks names up, which may take its time.
    static @Nullable UnixCaller unixCaller(StreamConnection connection) {
        Credentials credentials = connection.credentials();
        return credentials == null ? null : new UnixCaller(credentials.user(), credentials.group());
    }

    /// Who calls, for logs and refusals: `127.0.0.1:40000`, `user op`.
    static Origin origin(StreamConnection connection, Access level) {
        Peer peer = connection.peer();
        String transport = peer.transport().label();
        return peer.inet() == null
                ? new Origin("ctl", transport, () -> user(connection), level)
                : new Origin("ctl", transport, peer.address() + ":" + peer.port(), level);
    }

    private static String user(StreamConnection connection) {
        Credentials credentials = connection.credentials();
        return credentials == null ? "a local process" : "user " + credentials.user();
    }

    private static String port(Address address) {
        return address.port() == 0 ? "" : Integer.toString(address.port());
    }
}
