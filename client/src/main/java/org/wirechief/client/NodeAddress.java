package org.wirechief.client;

import java.io.IOException;

/// An address a client connects to: which dialect to speak there, and how to get there.
sealed interface NodeAddress permits BinrpcAddress, CtlFifoAddress, MiAddress {
    /// Reads an address. A dialect other than BINRPC is told by its scheme, which is asked for here
    /// before the rest is left to `kamcmd`'s grammar.
    ///
    /// @throws IllegalArgumentException saying what is wrong and what is allowed
    static NodeAddress parse(String text) {
        if (CtlFifoAddress.isMeantBy(text)) {
            return CtlFifoAddress.parse(text);
        }
        return MiAddress.isMeantBy(text) ? MiAddress.parse(text) : BinrpcAddress.parse(text);
    }

    /// Connects.
    ///
    /// @throws IOException saying who cannot be reached and why
    Link open(ConnectOptions options) throws IOException;
}
