package org.wirechief.client;

import java.io.IOException;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramDial;
import org.wirechief.net.StreamDial;

/// A node that speaks BINRPC: `unixs:`, `unixd:`, `tcp:`, `udp:`, or `kamcmd`'s short forms of
/// them.
record BinrpcAddress(Address address) implements NodeAddress {
    @Override
    public Dialect dialect() {
        return Dialect.BINRPC;
    }

    @Override
    public Link open(ConnectOptions options) throws IOException {
        return switch (address.transport()) {
            case UNIX_STREAM, TCP -> BinrpcStreamLink.over(StreamDial.connect(address, options.deadline()), options);
            case UDP -> BinrpcDatagramLink.over(DatagramDial.connect(address), false, options);
            case UNIX_DATAGRAM -> BinrpcDatagramLink.over(unixDatagram(options), true, options);
            case FIFO ->
                throw new IllegalArgumentException(
                        address + " cannot be called: BINRPC goes over unixs, unixd, udp, tcp");
        };
    }

    private DatagramDial unixDatagram(ConnectOptions options) throws IOException {
        var directory = options.replyDirectory();
        return directory == null
                ? DatagramDial.connect(address)
                : DatagramDial.connect(address, directory, options.whileEnding());
    }
}
