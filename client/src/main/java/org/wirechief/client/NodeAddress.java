package org.wirechief.client;

import java.io.IOException;
import java.nio.file.Path;
import org.wirechief.net.Address;
import org.wirechief.net.Transport;

/// An address a client connects to: which dialect to speak there, and how to get there.
sealed interface NodeAddress permits BinrpcAddress, CtlFifoAddress, MiAddress, MiFifoAddress {
    /// Reads an address. A dialect other than BINRPC is told by its scheme, which is asked for here
    /// before the rest is left to `kamcmd`'s grammar.
    ///
    /// @throws IllegalArgumentException saying what is wrong and what is allowed
    static NodeAddress parse(String text) {
        if (CtlFifoAddress.isMeantBy(text)) {
            return CtlFifoAddress.parse(text);
        }
        if (MiFifoAddress.isMeantBy(text)) {
            return MiFifoAddress.parse(text);
        }
        return MiAddress.isMeantBy(text) ? mi(MiAddress.parse(text)) : BinrpcAddress.parse(text);
    }

    /// OpenSIPS has two doors at paths, and speaks JSON-RPC alone over the one that is a FIFO.
    private static NodeAddress mi(MiAddress node) {
        Address address = node.address();
        boolean fifo = node.json()
                && address.transport() == Transport.UNIX_DATAGRAM
                && MiFifoAddress.isFifo(Path.of(address.name()));
        return fifo ? new MiFifoAddress(Address.fifo(address.name())) : node;
    }

    /// What is spoken there.
    Dialect dialect();

    /// Connects.
    ///
    /// @throws IOException saying who cannot be reached and why
    Link open(ConnectOptions options) throws IOException;
}
