package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.standin.Lines;

/// `chief check` accepts every line of configuration that the manuals show, but for the two that
/// have lost an address on their way to print, which it explains. What such a line leaves without a
/// meaning it warns of.
class ExampleLinesCheckIT {
    private static final Lost SOCKET = new Lost(
            "modparam(\"mi_datagram\", \"socket_name\", \"udp:\")",
            ":40: mi_datagram.socket_name = udp:: bad address \"udp:\": a host and a port are missing after udp:,"
                    + " such as udp:127.0.0.1:8080");
    private static final Lost COLLECTOR = new Lost(
            "modparam(\"proto_hep\", \"trace_destination\", \"[hep_dest];transport=tcp;version=3\")",
            ":44: proto_hep.trace_destination = [hep_dest];transport=tcp;version=3: the collector's host is missing,"
                    + " write [hep_dest]host:port and then the rest");

    @AutoClose
    private final TempFolder folder = TempFolder.create();

    /// A line without its address.
    ///
    /// @param told behind the number of the line
    record Lost(String line, String told) {}

    /// The lines of a module's manuals.
    ///
    /// @param loaded how many modules they load, as it is told
    /// @param lost those without their address
    /// @param warnings how those end that the others cause
    record Manual(String file, String loaded, List<Lost> lost, List<String> warnings) {
        List<String> lines() {
            return Lines.of(ExampleLinesCheckIT.class, file);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Manual> manuals() {
        return Stream.of(
                new Manual(
                        "ctl-examples.cfg",
                        "1 module",
                        List.of(),
                        List.of("ctl: there is no user andrei on this machine, so no file can be given to it; create it"
                                + " or write another")),
                new Manual(
                        "mi_datagram-examples.cfg",
                        "2 modules",
                        List.of(SOCKET, COLLECTOR),
                        List.of("mi_datagram.trace_destination = hep_dest: no destination is configured: load proto_hep"
                                + " and give it hep_id \"[hep_dest]host:port\"; nothing is traced")),
                new Manual(
                        "mi_fifo-examples.cfg",
                        "2 modules",
                        List.of(),
                        List.of("mi_fifo.trace_bwlist: there is no command 'sip_trace'")),
                new Manual("event_datagram-examples.cfg", "1 module", List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("manuals")
    void everyLineButThoseIsAccepted(Manual manual) throws Exception {
        List<String> lines = new ArrayList<>(manual.lines());
        if (!manual.lost().isEmpty()) {
            Path all = Files.write(folder.resolve("all.cfg"), lines);
            Outcome outcome = Chief.run(folder, "check", all.toString());
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.stdout()).isEmpty();
            assertThat(outcome.stderr().lines())
                    .containsExactlyElementsOf(manual.lost().stream()
                            .map(lost -> all + ":" + (1 + lines.indexOf(lost.line())) + lost.told())
                            .toList());
            Files.delete(all);
        }
        lines.removeAll(manual.lost().stream().map(Lost::line).toList());

        Path file = Files.write(folder.resolve("examples.cfg"), lines);
        Outcome outcome = Chief.run(folder, "check", file.toString());

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.stdout()).isEqualTo(file + ": ok, " + manual.loaded() + "\n");
        assertThat(outcome.stderr().lines())
                .zipSatisfy(
                        manual.warnings(), (line, warning) -> assertThat(line).endsWith(warning));
        assertThat(folder.names()).containsExactly("examples.cfg", "stderr", "stdout");
    }
}
