package org.wirechief.endpoint.hep;

/// A collector: what `hep_id` names.
///
/// @param name as `trace_destination` of a door gives it
/// @param version of the packets, 1 to 3
/// @param fellBack whether TCP was asked for, which cannot carry this version
record HepId(String name, String host, int port, HepTransport transport, int version, boolean fellBack) {
    /// The version that streams carry, because its packets tell their length.
    static final int STREAMED = 3;

    /// As messages and listings call it, `udp:10.0.0.2:9060`.
    String address() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return transport.name().toLowerCase(java.util.Locale.ROOT) + ":" + shown + ":" + port;
    }
}
