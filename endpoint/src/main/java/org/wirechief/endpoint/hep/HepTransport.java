package org.wirechief.endpoint.hep;

/// What carries packets to a collector.
enum HepTransport {
    /// A datagram each.
    UDP,
    /// Back to back on a connection.
    TCP,
    /// The same, encrypted, to a collector whose certificate is trusted.
    TLS
}
