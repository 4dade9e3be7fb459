package org.wirechief.examples;

import org.wirechief.client.Client;

/// Asks a node, this server or a Kamailio, how long it has been up.
/// Run it with the node's address, `unixs:/run/kamailio/kamailio_ctl`.
final class CallNode {
    private CallNode() {}

    static void main(String[] args) throws Exception {
        try (var node = Client.connect(args[0])) {
            IO.println(node.call("core.uptime").at("uptime").asLong());
        }
    }
}
