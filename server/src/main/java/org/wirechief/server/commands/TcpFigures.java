package org.wirechief.server.commands;

import java.util.List;
import java.util.stream.Stream;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Members;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.LiveEndpoint;

/// `core.tcp_info` and `core.tcp_list`: the TCP connections of this server. TCP is never switched
/// off here, so the fault for that case (spec ctl §13.1) never comes: without a TCP door the
/// figures are 0, as in Kamailio without a TCP listener.
final class TcpFigures {
    private TcpFigures() {}

    static List<CommandSpec> of(ServerState state) {
        return List.of(info(state), list(state));
    }

    private static CommandSpec info(ServerState state) {
        return BuiltIns.rpc("core.tcp_info")
                .summary("Counts TCP connections, and the bytes that wait to be sent on them.")
                .run((_, reply) -> {
                    List<LiveEndpoint> modules = state.withTcpDoor();
                    List<Caller> open =
                            modules.stream().flatMap(TcpFigures::connections).toList();
                    reply.struct(s -> {
                        s.put(
                                "readers",
                                modules.stream()
                                        .mapToInt(m -> m.threads().size())
                                        .sum());
                        s.put(
                                "max_connections",
                                modules.stream()
                                        .mapToInt(m -> m.limits().connections())
                                        .sum());
                        s.put("max_tls_connections", 0);
                        s.put("opened_connections", open.size());
                        s.put("opened_tls_connections", 0);
                        s.put(
                                "write_queued_bytes",
                                open.stream().mapToLong(Caller::queued).sum());
                    });
                });
    }

    private static CommandSpec list(ServerState state) {
        return BuiltIns.rpc("core.tcp_list")
                .summary("Lists the open TCP connections.")
                .run((_, reply) -> {
                    for (LiveEndpoint module : state.withTcpDoor()) {
                        long lifetime = module.limits().idle().toSeconds();
                        connections(module).forEach(caller -> reply.struct(s -> connection(caller, lifetime, s)));
                    }
                });
    }

    private static void connection(Caller caller, long lifetime, Members s) {
        s.put("id", caller.id());
        s.put("type", "TCP");
        s.put("state", "CONN_OK");
        s.put("timeout", lifetime);
        s.put("lifetime", lifetime);
        s.put("ref_count", 1);
        s.put("src_ip", caller.peer());
        s.put("src_port", Long.parseLong(caller.peerPort()));
        s.put("dst_ip", caller.local());
        s.put("dst_port", Long.parseLong(caller.localPort()));
    }

    private static Stream<Caller> connections(LiveEndpoint module) {
        return module.callers().stream().filter(caller -> caller.transport().equals("tcp"));
    }
}
