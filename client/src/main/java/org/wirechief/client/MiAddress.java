package org.wirechief.client;

import java.io.IOException;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.DatagramDial;

/// A node that speaks MI text: `mi:` and what its `mi_datagram` has as `socket_name`,
/// `udp:host:port` or a path.
record MiTextAddress(Address address) implements NodeAddress {
    private static final String SCHEME = "mi:";

    static boolean isMeantBy(String text) {
        return text.startsWith(SCHEME);
    }

    static MiTextAddress parse(String text) {
        return new MiTextAddress(Address.parse(text.substring(SCHEME.length()), AddressRules.MI_DATAGRAM));
    }

    /// Says nothing to the node; a socket is opened and closed all the same, so that a path where
    /// nobody listens is told at once.
    @Override
    public Link open(ConnectOptions options) throws IOException {
        dial(options).close();
        return new MiTextLink(this, options);
    }

    /// A socket for one call.
    DatagramDial dial(ConnectOptions options) throws IOException {
        var directory = options.replyDirectory();
        return switch (address.transport()) {
            case UNIX_DATAGRAM ->
                directory == null ? DatagramDial.connect(address) : DatagramDial.connect(address, directory);
            case UDP -> DatagramDial.connect(address);
            case UNIX_STREAM, TCP, FIFO ->
                throw new IllegalArgumentException(address + " cannot be called: MI text goes over udp or a path");
        };
    }
}
