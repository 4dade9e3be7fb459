package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.server.commands.FakeServer.struct;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Value;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.ConnectionLimits;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.ServiceThread;

class TcpFiguresTest {
    private static final Door UNIX = new Door("ctl", "binrpc", "unix_stream", "/run/ctl", "", "unixs:/run/ctl");
    private static final Door TCP = new Door("ctl", "binrpc", "tcp", "*", "2049", "tcp:0.0.0.0:2049");
    private static final ConnectionLimits LIMITS =
            new ConnectionLimits(128, 262144, Duration.ofMinutes(2), Duration.ofSeconds(60));

    private static final Caller ON_UNIX =
            new Caller(6, "binrpc", "unix_stream", "<anonymous unix socket>", "", "/run/ctl", "", 7000);
    private static final Caller FIRST = new Caller(7, "binrpc", "tcp", "192.0.2.7", "40001", "0.0.0.0", "2049", 1000);
    private static final Caller SECOND = new Caller(9, "binrpc", "tcp", "2001:db8::9", "40002", "0.0.0.0", "2049", 24);

    private final FakeServer server = new FakeServer(
            new FakeEndpoint(
                    "ctl",
                    List.of(UNIX, TCP),
                    List.of(ON_UNIX, FIRST, SECOND),
                    List.of(new ServiceThread("ctl handler", 4002)),
                    LIMITS),
            new FakeEndpoint(
                    "other",
                    List.of(),
                    List.of(),
                    List.of(new ServiceThread("other", 4003)),
                    new ConnectionLimits(5, 5, Duration.ofDays(1), Duration.ofDays(1))));

    private final FakeServer withoutTcp = new FakeServer(new FakeEndpoint(
            "ctl", List.of(UNIX), List.of(ON_UNIX), List.of(new ServiceThread("ctl handler", 4002)), LIMITS));

    @Test
    void infoCountsWhatConcernsTcp() {
        assertThat(server.call("core.tcp_info").values())
                .containsExactly(struct(
                        "readers", 1,
                        "max_connections", 128,
                        "max_tls_connections", 0,
                        "opened_connections", 2,
                        "opened_tls_connections", 0,
                        "write_queued_bytes", 1024));
    }

    @Test
    void withoutATcpDoorAllIsZero() {
        assertThat(withoutTcp.call("core.tcp_info").values())
                .containsExactly(struct(
                        "readers", 0,
                        "max_connections", 0,
                        "max_tls_connections", 0,
                        "opened_connections", 0,
                        "opened_tls_connections", 0,
                        "write_queued_bytes", 0));
        assertThat(withoutTcp.call("core.tcp_list").values()).isEmpty();
    }

    @Test
    void listHasAStructureAConnection() {
        assertThat(server.call("core.tcp_list").values())
                .containsExactly(connection(7, "192.0.2.7", 40001), connection(9, "2001:db8::9", 40002));
    }

    private static Value connection(int id, String ip, int port) {
        return struct(
                "id",
                id,
                "type",
                "TCP",
                "state",
                "CONN_OK",
                "timeout",
                120,
                "lifetime",
                120,
                "ref_count",
                1,
                "src_ip",
                ip,
                "src_port",
                port,
                "dst_ip",
                "0.0.0.0",
                "dst_port",
                2049);
    }

    @Test
    void optionsAreThe23ThatToolsKnow() {
        assertThat(server.call("core.tcp_options").values()).containsExactly(options(60, 120, 128, 262144, 33554432));
        assertThat(withoutTcp.call("core.tcp_options").values()).containsExactly(options(0, 0, 0, 0, 0));
    }

    private static Value options(int sendTimeout, int lifetime, int connections, int queue, int queues) {
        return struct(
                "connect_timeout", 0,
                "send_timeout", sendTimeout,
                "connection_lifetime", lifetime,
                "max_connections(soft)", connections,
                "max_tls_connections(soft)", 0,
                "no_connect", 1,
                "fd_cache", 0,
                "async", 1,
                "connect_wait", 0,
                "conn_wq_max", queue,
                "wq_max", queues,
                "defer_accept", 0,
                "delayed_ack", 1,
                "syncnt", 0,
                "linger2", 0,
                "keepalive", 1,
                "keepidle", 0,
                "keepintvl", 0,
                "keepcnt", 0,
                "crlf_ping", 0,
                "accept_aliases", 0,
                "alias_flags", 0,
                "new_conn_alias_flags", 0);
    }
}
