package org.wirechief.it.eventdatagram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.Tool;

/// The sockets that the manual of `event_datagram` shows, in a configuration.
class ConfiguredEventsIT {
    private static final String MODULES = "loadmodule \"event_datagram.so\"\nloadmodule \"mi_datagram.so\"\n";

    private static String subscribe(String socket) {
        return "modparam(\"event_datagram\", \"subscribe\", \"E_PIKE_BLOCKED " + socket + "\")\n";
    }

    @Test
    void theManualsSocketsAreAccepted() throws Exception {
        try (TempFolder folder = TempFolder.create()) {
            Path file = Files.writeString(
                    folder.resolve("events.cfg"),
                    MODULES
                            + "modparam(\"mi_datagram\", \"socket_name\", \"udp:127.0.0.1:8080\")\n"
                            + subscribe("unix:/tmp/opensips_event.sock")
                            + subscribe("udp:127.0.0.1:8081")
                            + subscribe("/tmp/opensips_event.sock"));

            assertThat(Chief.run(folder, "check", file.toString()))
                    .isEqualTo(new Outcome(0, file + ": ok, 2 modules\n", ""));
        }
    }

    @Test
    void aSocketThatCannotBeIsToldWithItsLine() throws Exception {
        try (TempFolder folder = TempFolder.create()) {
            Path file = Files.writeString(
                    folder.resolve("events.cfg"), "loadmodule \"event_datagram.so\"\n" + subscribe("udp:127.0.0.1:0"));

            Outcome outcome = Chief.run(folder, "check", file.toString());

            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.stderr())
                    .contains("events.cfg:2:")
                    .contains("event_datagram.subscribe = udp:127.0.0.1:0")
                    .contains("the port 0 is not between 1 and 65535");
        }
    }

    /// Root gets more than the system has for everybody unless that right is taken from it.
    @Test
    void aBufferThatIsNotGrantedIsTold() throws Exception {
        int much = Integer.MAX_VALUE / 2;

        assertThat(logWithBuffer(much))
                .contains("<4>endpoint.eventdatagram.LiveEventDatagram: event_datagram.send_buffer = " + much
                        + ": the system grants ")
                .contains("run sysctl -w net.core.wmem_max=" + much + ", or ask for less\n");
        assertThat(logWithBuffer(10_000)).doesNotContain("send_buffer");
    }

    private static String logWithBuffer(int bytes) throws Exception {
        List<String> withoutTheRight =
                List.of(Tool.require("setpriv").toString(), "--bounding-set=-net_admin", "--inh-caps=-net_admin");
        try (TempFolder folder = TempFolder.create();
                Chief chief = Chief.start(
                        folder,
                        withoutTheRight,
                        "serve",
                        "--set",
                        "mi_datagram.socket_name=" + folder.resolve("mi"),
                        "--set",
                        "event_datagram.send_buffer=" + bytes)) {
            chief.addresses(1);
            chief.term();
            return chief.outcome().stderr();
        }
    }

    @Test
    void aServerThatIsConfiguredServesThem() throws Exception {
        int port = FreePort.udp();
        try (TempFolder folder = TempFolder.create()) {
            Path file = Files.writeString(
                    folder.resolve("events.cfg"),
                    MODULES + "modparam(\"mi_datagram\", \"socket_name\", \"udp:127.0.0.1:" + port + "\")\n");
            try (Chief chief = Chief.start(folder, "serve", "--config", file.toString())) {
                chief.addresses(1);
                try (RawDatagrams mi = RawDatagrams.to("udp:127.0.0.1:" + port)) {
                    mi.send(":subscribers_list:\n".getBytes(ISO_8859_1));
                    assertThat(new String(mi.receive(), ISO_8859_1)).isEqualTo("200 OK\n\n");
                    mi.send(":ps:\n".getBytes(ISO_8859_1));
                    assertThat(new String(mi.receive(), ISO_8859_1)).contains("Type=event_datagram sender\n");
                }
                chief.term();
                assertThat(chief.outcome().exit()).isZero();
            }
        }
    }
}
