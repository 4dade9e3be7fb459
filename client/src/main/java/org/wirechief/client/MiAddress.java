package org.wirechief.client;

import java.io.IOException;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramDial;

/// A node that speaks MI: `mi:` and what its `mi_datagram` has as `socket_name`, `udp:host:port` or
/// a path. `text:` or `json:` between them says in which language to call; else it is text, and
/// JSON-RPC once a node says that it understands nothing else.
///
/// @param text whether to speak text
/// @param json whether to speak JSON-RPC, after text where both are true
record MiAddress(Address address, boolean text, boolean json) implements NodeAddress {
    @Override
    public Dialect dialect() {
        return text ? Dialect.MI_TEXT : Dialect.MI_JSON;
    }

    /// Says nothing to the node; a socket is opened and closed all the same, so that a path where
    /// nobody listens is told at once.
    @Override
    public Link open(ConnectOptions options) throws IOException {
        dial(options).close();
        return new MiLink(this, options);
    }

    /// A socket for one call.
    DatagramDial dial(ConnectOptions options) throws IOException {
        var directory = options.replyDirectory();
        return switch (address.transport()) {
            case UNIX_DATAGRAM ->
                directory == null
                        ? DatagramDial.connect(address)
                        : DatagramDial.connect(address, directory, options.whileEnding());
            case UDP -> DatagramDial.connect(address);
            case UNIX_STREAM, TCP, FIFO ->
                throw new IllegalArgumentException(address + " cannot be called: MI goes over udp or a path");
        };
    }
}
