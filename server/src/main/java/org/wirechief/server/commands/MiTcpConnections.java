package org.wirechief.server.commands;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.MiAge;
import org.wirechief.core.Row;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.LiveEndpoint;

/// `list_tcp_conns`: the open connections of the TCP doors (spec mi-text §6, mi-json §10).
final class MiTcpConnections {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /// All that are listed are established.
    private static final int OK = 0;

    /// Stands for a connection that may be silent for ever.
    private static final String NEVER = "9999-12-31 23:59:59";

    private MiTcpConnections() {}

    static CommandSpec of(ServerState state) {
        return BuiltIns.mi("list_tcp_conns")
                .canonical("tcp:list")
                .summary("Lists the open TCP connections.")
                .age(MiAge.SINCE_1_8)
                .run((_, reply) -> reply.rows("Connections", "Connection", rows -> {
                    Instant now = state.clock().instant();
                    for (LiveEndpoint module : state.withTcpDoor()) {
                        String lifetime = lifetime(now, module.limits().idle());
                        module.callers().stream()
                                .filter(caller -> caller.transport().equals("tcp"))
                                .forEach(caller -> rows.row(row -> connection(caller, lifetime, row)));
                    }
                }));
    }

    private static void connection(Caller caller, String lifetime, Row row) {
        row.attr("ID", caller.id());
        row.attr("Type", "tcp");
        row.attr("State", OK);
        row.attr("Remote", address(caller.peer(), caller.peerPort()));
        row.attr("Local", address(caller.local(), caller.localPort()));
        row.attr("Lifetime", lifetime);
        row.node("Alias port", Long.parseLong(caller.peerPort()));
    }

    private static String address(String host, String port) {
        return (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String lifetime(Instant now, Duration idle) {
        return idle.isZero() ? NEVER : DATE.format(now.plus(idle).atZone(ZoneId.systemDefault()));
    }
}
