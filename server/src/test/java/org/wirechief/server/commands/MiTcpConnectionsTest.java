package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.server.commands.FakeServer.struct;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Value;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.ConnectionLimits;
import org.wirechief.endpoint.Door;

class MiTcpConnectionsTest {
    private static final Door TCP = new Door("ctl", "binrpc", "tcp", "127.0.0.1", "2049", "tcp:127.0.0.1:2049");
    private static final List<Caller> CALLERS = List.of(
            new Caller(6, "binrpc", "unix_stream", "<anonymous unix socket>", "", "/run/ctl", "", 7000),
            new Caller(7, "binrpc", "tcp", "192.0.2.7", "40001", "127.0.0.1", "2049", 0),
            new Caller(8, "binrpc", "tcp", "2001:db8::9", "40002", "::1", "2049", 0));

    private static FakeServer server(Duration idle) {
        return new FakeServer(new FakeEndpoint(
                "ctl", List.of(TCP), CALLERS, List.of(), new ConnectionLimits(128, 1000, idle, Duration.ZERO)));
    }

    private static Value.Struct connection(long id, String remote, String local, String lifetime, int port) {
        return struct(
                "ID",
                id,
                "Type",
                "tcp",
                "State",
                0,
                "Remote",
                remote,
                "Local",
                local,
                "Lifetime",
                lifetime,
                "Alias port",
                port);
    }

    @Test
    void eachIsARowThatEndsWhenItsSilenceWould() {
        Instant end = FakeServer.STARTED.plusSeconds(120);
        String lifetime = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(end.atZone(ZoneId.systemDefault()));

        assertThat(server(Duration.ofMinutes(2)).mi("list_tcp_conns").value().at("Connections"))
                .isEqualTo(new Value.Arr(List.of(
                        connection(7, "192.0.2.7:40001", "127.0.0.1:2049", lifetime, 40001),
                        connection(8, "[2001:db8::9]:40002", "[::1]:2049", lifetime, 40002))));
    }

    @Test
    void oneThatMayBeSilentForEverEndsNever() {
        assertThat(server(Duration.ZERO)
                        .mi("list_tcp_conns")
                        .value()
                        .at("Connections")
                        .at(0)
                        .at("Lifetime"))
                .isEqualTo(Value.of("9999-12-31 23:59:59"));
    }

    /// `builtins_udp4/list_tcp_conns_none`.
    @Test
    void withoutATcpDoorThereAreNone() {
        assertThat(new FakeServer().mi("list_tcp_conns").value())
                .isEqualTo(struct("Connections", new Value.Arr(List.of())));
    }
}
