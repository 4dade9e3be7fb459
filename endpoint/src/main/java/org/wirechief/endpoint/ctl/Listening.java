package org.wirechief.endpoint.ctl;

import org.wirechief.net.Address;

/// A place to listen at and what to speak there.
record Listening(Payload payload, Address address) {
    /// A language of `ctl`.
    enum Payload {
        /// The binary one.
        BINRPC,
        /// The one of lines.
        FIFO
    }
}
