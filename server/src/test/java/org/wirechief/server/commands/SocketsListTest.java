package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.server.commands.FakeServer.struct;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ConnectionLimits;
import org.wirechief.endpoint.Door;

class SocketsListTest {
    private static Value list(Door... doors) {
        FakeServer server =
                new FakeServer(new FakeEndpoint("ctl", List.of(doors), List.of(), List.of(), ConnectionLimits.NONE));
        return server.call("core.sockets_list").value();
    }

    private static Value socket(String proto, String address, String ip, String port) {
        return struct(
                "proto", proto,
                "address", address,
                "ipaddress", ip,
                "port", port,
                "mcast", "no",
                "mhomed", "no",
                "virtual", "no");
    }

    @Test
    void eachDoorWithAnIpAddressIsASocket() {
        assertThat(list(
                        new Door("ctl", "binrpc", "unix_stream", "/run/ctl", "", "unixs:/run/ctl"),
                        new Door("ctl", "binrpc", "udp", "localhost", "2046", "udp:127.0.0.1:2046"),
                        new Door("ctl", "binrpc", "tcp", "*", "2049", "tcp:127.0.0.1:2049"),
                        new Door("ctl", "binrpc", "tcp", "::1", "2050", "tcp:[::1]:2050")))
                .isEqualTo(struct(
                        "socket", socket("udp", "localhost", "127.0.0.1", "2046"),
                        "socket", socket("tcp", "*", "0.0.0.0", "2049"),
                        "socket", socket("tcp", "::1", "::1", "2050")));
    }

    @Test
    void withoutOneTheStructureIsEmpty() {
        assertThat(list(new Door("ctl", "fifo", "fifo", "/run/fifo", "", "fifo:/run/fifo")))
                .isEqualTo(struct());
    }
}
