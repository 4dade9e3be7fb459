package org.wirechief.client;

import java.io.IOException;
import java.nio.file.Path;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.FileKind;
import org.wirechief.net.Transport;

/// An address a client connects to: which dialect to speak there, and how to get there.
sealed interface NodeAddress permits BinrpcAddress, CtlFifoAddress, MiAddress, MiFifoAddress {
    /// Reads an address. A dialect other than BINRPC is told by its scheme; the rest is left to
    /// `kamcmd`'s grammar.
    ///
    /// @throws IllegalArgumentException saying what is wrong and what is allowed
    static NodeAddress parse(String text) {
        NodeScheme scheme = NodeScheme.of(text);
        String rest = scheme.rest(text);
        return switch (scheme) {
            case CTL_FIFO -> new CtlFifoAddress(fifo(text, scheme, "/run/wirechief/fifo"));
            case MI_FIFO -> new MiFifoAddress(fifo(text, scheme, "/run/opensips/fifo"));
            case MI_TEXT -> new MiAddress(socket(rest), true, false);
            case MI_JSON -> socketOrFifo(socket(rest), false);
            case MI -> socketOrFifo(socket(rest), true);
            case BINRPC -> new BinrpcAddress(Address.parse(rest, AddressRules.CTL_CLIENT));
        };
    }

    private static Address fifo(String text, NodeScheme scheme, String example) {
        String path = scheme.rest(text);
        if (path.isEmpty()) {
            throw new IllegalArgumentException(
                    "bad address \"" + text + "\": the path of a FIFO is missing, as in " + scheme.word() + example);
        }
        return Address.fifo(path);
    }

    private static Address socket(String socketName) {
        return Address.parse(socketName, AddressRules.MI_DATAGRAM);
    }

    /// OpenSIPS has two doors at paths, and speaks JSON-RPC alone over the one that is a FIFO.
    private static NodeAddress socketOrFifo(Address address, boolean text) {
        boolean fifo = address.transport() == Transport.UNIX_DATAGRAM && FileKind.isFifo(Path.of(address.name()));
        return fifo ? new MiFifoAddress(Address.fifo(address.name())) : new MiAddress(address, text, true);
    }

    /// What is spoken there.
    Dialect dialect();

    /// Connects.
    ///
    /// @throws IOException saying who cannot be reached and why
    Link open(ConnectOptions options) throws IOException;
}
