package org.wirechief.examples;

import java.util.List;
import org.wirechief.client.Client;

/// Asks a node several things at once, over one connection, and prints the answers in order.
/// Run it with the node's address, `unixs:/run/kamailio/kamailio_ctl`.
final class CallTogether {
    private CallTogether() {}

    static void main(String[] args) throws Exception {
        try (var node = Client.connect(args[0])) {
            var answers = List.of("core.version", "core.pwd", "core.uptime").stream()
                    .map(command -> node.callAsync(command))
                    .toList();
            for (var answer : answers) {
                IO.println(answer.get());
            }
        }
    }
}
