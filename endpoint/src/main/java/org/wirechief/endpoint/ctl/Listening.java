package org.wirechief.endpoint.ctl;

import org.wirechief.net.Address;

/// A place to listen at and what to speak there.
record Listening(Payload payload, Address address) {
    /// A language of `ctl`.
    enum Payload {
        /// The binary one.
        BINRPC("ctl.binrpc"),
        /// The one of lines.
        FIFO("ctl.fifo");

        private final String parameter;

        Payload(String parameter) {
            this.parameter = parameter;
        }

        /// What says where it is spoken.
        String parameter() {
            return parameter;
        }
    }

    /// Whether both would be at the same path, or the same port as far as the texts tell; port 0
    /// is a free one each time.
    boolean isWhere(Listening other) {
        Address there = other.address;
        if (!address.name().equals(there.name())) {
            return false;
        }
        return address.transport().isNetwork()
                ? address.transport() == there.transport() && address.port() == there.port() && address.port() != 0
                : !there.transport().isNetwork();
    }
}
