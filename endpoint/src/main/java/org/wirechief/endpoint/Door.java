package org.wirechief.endpoint;

import java.util.Set;

/// A place where an endpoint listens.
///
/// @param payload the language spoken there: `binrpc`, `fifo`
/// @param transport `unix_stream`, `unix_dgram`, `udp`, `tcp`, `fifo`
/// @param name host or path as configured
/// @param port the port as text, empty where there is none
/// @param address what a client is given to reach it, `unixs:/run/x`, `tcp:127.0.0.1:2049`; a host
///     is numeric
public record Door(String module, String payload, String transport, String name, String port, String address) {
    private static final Set<String> EVERY_ADDRESS = Set.of("*", "0.0.0.0", "::");

    /// Whether it listens on a network, and at every address of this machine, which
    /// [#address] does not tell.
    public boolean isEverywhere() {
        return !port.isEmpty() && EVERY_ADDRESS.contains(name);
    }
}
