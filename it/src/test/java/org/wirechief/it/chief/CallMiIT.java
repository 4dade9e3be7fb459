package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;

/// `chief -s mi:...` calls a `chief serve` in MI text.
class CallMiIT {
    @Test
    void callsOverUdpAndUnix() throws Exception {
        try (TempFolder folder = TempFolder.create()) {
            callsAt(folder, "udp:127.0.0.1:" + FreePort.udp());
            callsAt(folder, folder.resolve("x.sock").toString());
        }
    }

    /// A node that speaks JSON-RPC alone, which turns out when it is called, takes names.
    @Test
    void byNameWhereTheNodeKnowsNames() throws Exception {
        try (TempFolder folder = TempFolder.create();
                TempFolder own = TempFolder.create()) {
            String socket = "udp:127.0.0.1:" + FreePort.udp();
            try (Chief server = Chief.start(
                    folder,
                    "serve",
                    "--set",
                    "mi_datagram.socket_name=" + socket,
                    "--set",
                    "mi_datagram.dialect=json")) {
                server.addresses(1);

                assertThat(Chief.run(own, "-s", "mi:" + socket, "log_level", "level=high")
                                .stderr())
                        .isEqualTo("error: -32602 - Invalid params (Bad type for parameter 'level')\n");
                assertThat(Chief.run(own, "-s", "mi:" + socket, "get_statistics", "statistics=j:[\"core:\"]")
                                .stdout())
                        .contains("core:rcv_requests: ");
            }
        }
    }

    private static void callsAt(TempFolder folder, String socket) throws Exception {
        try (Chief server = Chief.start(folder, "serve", "--set", "mi_datagram.socket_name=" + socket);
                TempFolder own = TempFolder.create()) {
            server.addresses(1);

            Outcome statistics = Chief.run(own, "-s", "mi:" + socket, "get_statistics", "core:", "net:");
            assertThat(statistics.stderr()).isEmpty();
            assertThat(statistics.exit()).isZero();
            assertThat(statistics.stdout())
                    .containsPattern("core:rcv_requests: \\d+\n")
                    .contains("net:");

            Outcome fault = Chief.run(own, "-s", "mi:" + socket, "nope");
            assertThat(fault).isEqualTo(new Outcome(fault.exit(), "", "error: 500 - command not available\n"));
            assertThat(fault.exit()).isNotZero();

            Outcome unsayable = Chief.run(own, "-s", "mi:" + socket, "cache_store", "local", "s:");
            assertThat(unsayable.stderr())
                    .startsWith("chief call: argument 2 is empty")
                    .hasLineCount(1);

            assertThat(own.names()).isEqualTo(List.of("stderr", "stdout"));
        }
    }
}
