package org.wirechief.client;

import java.io.IOException;
import org.wirechief.net.Address;
import org.wirechief.net.FifoCall;

/// A node that speaks the line protocol of `ctl` over a FIFO: `ctlfifo:/run/x/fifo`.
///
/// @param address of the FIFO
record CtlFifoAddress(Address address) implements NodeAddress {
    private static final String SCHEME = "ctlfifo:";

    /// Given by the protocol.
    private static final String REPLY_DIRECTORY = "/tmp/";

    static boolean isMeantBy(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    static CtlFifoAddress parse(String text) {
        String path = text.substring(SCHEME.length());
        if (path.isEmpty()) {
            throw new IllegalArgumentException(
                    "bad address \"" + text + "\": the path of a FIFO is missing, as in ctlfifo:/run/wirechief/fifo");
        }
        return new CtlFifoAddress(Address.fifo(path));
    }

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
