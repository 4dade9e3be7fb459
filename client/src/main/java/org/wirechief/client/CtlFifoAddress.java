package org.wirechief.client;

import org.wirechief.net.Address;

/// A node that speaks the line protocol of `ctl` over a FIFO: `ctlfifo:/run/x/fifo`.
///
/// @param address of the FIFO
record CtlFifoAddress(Address address) implements NodeAddress {
    private static final String SCHEME = "ctlfifo:";

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

    /// Every call opens the FIFO for itself, so there is nothing to connect yet.
    @Override
    public Link open(ConnectOptions options) {
        return new CtlFifoLink(address, options);
    }
}
