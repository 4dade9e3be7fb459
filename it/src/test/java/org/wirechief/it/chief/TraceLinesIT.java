package org.wirechief.it.chief;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;

/// What is warned of in lines about tracing: listeners that nobody needs, and where a trace cannot
/// be.
class TraceLinesIT {
    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("chief.cfg"), text);
    }

    @Test
    void aListenerOfHepIsWarnedOf() throws Exception {
        Path file = file("listen=hep_udp:127.0.0.1:9060\nlisten = hep_tcp:eth0:9061 ; loadmodule \"proto_hep.so\"\n");

        Outcome outcome = Chief.run(folder, "check", file.toString());

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.stdout()).isEqualTo(file + ": ok, 1 module\n");
        assertThat(outcome.stderr().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("this listener is not needed"));
    }

    @Test
    void anyOtherListenerIsAnError() throws Exception {
        Path file = file("listen=udp:127.0.0.1:5060\n");

        Outcome outcome = Chief.run(folder, "check", file.toString());

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.stderr()).contains(":1:1: listen takes hep_udp:... and hep_tcp:... only");
    }

    private static final List<String> WARNINGS = List.of(
            "proto_hep.hep_id [hep_dest]: version 2 goes over udp only; add transport=udp",
            "mi_datagram.trace_bwlist: there is no command 'uptme'; did you mean 'uptime'?",
            "mi_fifo.trace_destination = hep_dst: there are hep_dest; did you mean 'hep_dest'?; nothing is traced",
            "ctl.trace_bwlist without trace_destination: nothing is traced");

    private Path whatCannotBeTraced() throws IOException {
        return file("""
                loadmodule "proto_hep.so"
                modparam("proto_hep", "hep_id", "[hep_dest]127.0.0.1:9;version=2")
                loadmodule "mi_datagram.so"
                modparam("mi_datagram", "socket_name", "%1$s/mi")
                modparam("mi_datagram", "trace_destination", "hep_dest")
                modparam("mi_datagram", "trace_bwlist", "b: uptme")
                loadmodule "mi_fifo.so"
                modparam("mi_fifo", "fifo_name", "%1$s/fifo")
                modparam("mi_fifo", "trace_destination", "hep_dst")
                loadmodule "ctl.so"
                modparam("ctl", "binrpc", "unixs:%1$s/ctl")
                modparam("ctl", "trace_bwlist", "b: core.psx")
                """.formatted(folder.path()));
    }

    @Test
    void whatCannotBeTracedIsWarnedOf() throws Exception {
        try (Chief chief =
                Chief.start(folder, "serve", "--config", whatCannotBeTraced().toString())) {
            assertThat(chief.addresses(3)).hasSize(3);
            try (RawDatagrams client = RawDatagrams.to("unixd:" + folder.resolve("mi"))) {
                client.send(":pwd:\n".getBytes(ISO_8859_1));
                assertThat(new String(client.receive(), ISO_8859_1)).startsWith("200 OK\n");
            }
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .untilAsserted(
                            () -> assertThat(String.join("\n", chief.log())).contains(WARNINGS));
            chief.term();
            assertThat(chief.outcome().exit()).isZero();
        }
    }

    @Test
    void soDoesCheckWarn() throws Exception {
        Path file = whatCannotBeTraced();

        Outcome outcome = Chief.run(folder, "check", file.toString());

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.stdout()).isEqualTo(file + ": ok, 4 modules\n");
        assertThat(outcome.stderr().lines())
                .zipSatisfy(WARNINGS, (line, warning) -> assertThat(line).endsWith(warning));
    }

    @Test
    void aDestinationWithoutProtoHepIsWarnedOf() throws Exception {
        Path file = file("""
                loadmodule "ctl.so"
                modparam("ctl", "trace_destination", "hep_dest")
                modparam("ctl", "mode", 0660)
                loadmodule "mi_fifo.so"
                modparam("mi_fifo", "fifo_mode", 0)
                """);

        Outcome outcome = Chief.run(folder, "check", file.toString());

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.stderr().lines())
                .zipSatisfy(
                        List.of(
                                "ctl.trace_destination = hep_dest: no destination is configured: load proto_hep and"
                                        + " give it hep_id \"[hep_dest]host:port\"; nothing is traced",
                                "mi_fifo.fifo_mode = 0: nobody could call, so fifo:/tmp/opensips_fifo gets 0600"),
                        (line, warning) -> assertThat(line).endsWith(warning));
    }
}
