package org.wirechief.client.event;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wirechief.client.NodeScheme;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.DatagramHandler;
import org.wirechief.net.DatagramInbox;
import org.wirechief.net.Transport;

/// Where the events of a node come to.
///
/// @param name what the node is told, `udp:127.0.0.1:40000`, `unix:/tmp/x`
record EventSocket(DatagramInbox inbox, String name) implements AutoCloseable {
    private static final String THREAD = "wirechief-events";
    private static final String UNIX = "unix:";

    /// Opens a socket that the node can reach, or the one that was asked for.
    ///
    /// @throws IllegalArgumentException when the node's address is none of MI, or the socket's none
    /// @throws IOException saying what cannot be bound, and why
    static EventSocket open(String node, @Nullable String asked, DatagramHandler handler) throws IOException {
        Address server = server(node);
        if (asked == null) {
            return named(DatagramInbox.reachableFrom(THREAD, server, handler));
        }
        String place = asked.startsWith(UNIX) ? asked.substring(UNIX.length()) : asked;
        Address own = Address.parse(place, AddressRules.MI_DATAGRAM);
        return named(DatagramInbox.at(THREAD, own, DatagramInbox.accessFor(server), handler));
    }

    private static EventSocket named(DatagramInbox inbox) {
        Address local = inbox.local();
        boolean isUnix = local.transport() == Transport.UNIX_DATAGRAM;
        return new EventSocket(inbox, isUnix ? UNIX + absolute(local.name()) : local.toString());
    }

    /// The node has a working directory of its own.
    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    private static Address server(String node) {
        NodeScheme scheme = NodeScheme.of(node);
        return switch (scheme) {
            case MI_FIFO -> Address.fifo(scheme.rest(node));
            case MI, MI_TEXT, MI_JSON -> Address.parse(scheme.rest(node), AddressRules.MI_DATAGRAM);
            case BINRPC, CTL_FIFO ->
                throw new IllegalArgumentException(
                        node + " cannot be subscribed to: events are asked for over MI; allowed are"
                                + " mi:udp:host:port, mi:/path and fifo:/path");
        };
    }

    OptionalLong overflown() {
        return inbox.overflown();
    }

    @Override
    public void close() {
        inbox.close();
    }
}
