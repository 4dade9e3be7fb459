package org.wirechief.client;

import java.io.IOException;
import org.wirechief.net.Address;
import org.wirechief.net.FifoCall;

/// A node that speaks the line protocol of `ctl` over a FIFO: `ctlfifo:/run/x/fifo`.
///
/// @param address of the FIFO
record CtlFifoAddress(Address address) implements NodeAddress {
    /// Given by the protocol.
    private static final String REPLY_DIRECTORY = "/tmp/";

    @Override
    public Dialect dialect() {
        return Dialect.LINES;
    }

    /// Looks whether somebody reads the FIFO and writes nothing.
    @Override
    public Link open(ConnectOptions options) throws IOException {
        FifoCall.probe(address);
        return new FifoLink(address, REPLY_DIRECTORY, new CtlFifoSpeech(), options);
    }
}
