package org.wirechief.server.commands;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Members;
import org.wirechief.endpoint.ConnectionLimits;
import org.wirechief.endpoint.LiveEndpoint;

/// `core.tcp_options`: all that Kamailio lists, with what holds for our TCP doors. What we do not
/// have is 0, as it is there when switched off; docs/interpretation.md goes through them.
final class TcpOptions {
    private TcpOptions() {}

    static CommandSpec of(ServerState state) {
        return BuiltIns.rpc("core.tcp_options")
                .summary("Lists the settings that hold for TCP connections.")
                .run((_, reply) -> reply.struct(s -> {
                    List<ConnectionLimits> limits = state.withTcpDoor().stream()
                            .map(LiveEndpoint::limits)
                            .toList();
                    connections(limits, s);
                    socketOptions(s);
                    sip(s);
                }));
    }

    private static void connections(List<ConnectionLimits> limits, Members s) {
        s.put("connect_timeout", 0);
        s.put("send_timeout", seconds(limits.stream().map(ConnectionLimits::stalled)));
        s.put("connection_lifetime", seconds(limits.stream().map(ConnectionLimits::idle)));
        s.put(
                "max_connections(soft)",
                limits.stream().mapToInt(ConnectionLimits::connections).sum());
        s.put("max_tls_connections(soft)", 0);
        // Our doors are called and never call.
        s.put("no_connect", 1);
        s.put("fd_cache", 0);
        // A client that does not read never holds up another.
        s.put("async", 1);
        s.put("connect_wait", 0);
        s.put(
                "conn_wq_max",
                limits.stream().mapToLong(ConnectionLimits::queued).max().orElse(0));
        s.put(
                "wq_max",
                limits.stream().mapToLong(l -> l.connections() * l.queued()).sum());
    }

    /// What the kernel decides is 0, but for delayed acknowledgements, which it does by itself.
    private static void socketOptions(Members s) {
        s.put("defer_accept", 0);
        s.put("delayed_ack", 1);
        s.put("syncnt", 0);
        s.put("linger2", 0);
        s.put("keepalive", 1);
        s.put("keepidle", 0);
        s.put("keepintvl", 0);
        s.put("keepcnt", 0);
    }

    private static void sip(Members s) {
        s.put("crlf_ping", 0);
        s.put("accept_aliases", 0);
        s.put("alias_flags", 0);
        s.put("new_conn_alias_flags", 0);
    }

    private static long seconds(Stream<Duration> times) {
        return times.max(Comparator.naturalOrder()).orElse(Duration.ZERO).toSeconds();
    }
}
