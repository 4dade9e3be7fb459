package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.standin.Lines;

/// `chief check` accepts every line of configuration that the manuals show, but for the two that
/// have lost an address on their way to print, which it explains.
class ExampleLinesCheckIT {
    private TempFolder folder;

    @BeforeEach
    void folder() throws IOException {
        folder = TempFolder.create();
    }

    @AfterEach
    void remove() throws IOException {
        folder.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ctl-examples.cfg, 1 module",
        "mi_datagram-examples.cfg, 2 modules",
        "mi_fifo-examples.cfg, 2 modules",
        "event_datagram-examples.cfg, 1 module",
    })
    void areAccepted(String file, String modules) throws Exception {
        Path copy = Files.write(folder.resolve("examples.cfg"), Lines.of(ExampleLinesCheckIT.class, file));

        assertThat(Chief.run(folder, "check", copy.toString()))
                .isEqualTo(new Outcome(0, copy + ": ok, " + modules + "\n", ""));
        assertThat(folder.names()).containsExactly("examples.cfg", "stderr", "stdout");
    }

    @Test
    void aSocketNameWithoutItsAddressIsExplained() throws Exception {
        assertThat(check("loadmodule \"mi_datagram.so\"", "modparam(\"mi_datagram\", \"socket_name\", \"udp:\")"))
                .isEqualTo(":2:40: mi_datagram.socket_name = udp:: bad address \"udp:\": a host and a port are missing"
                        + " after udp:, such as udp:127.0.0.1:8080\n");
    }

    @Test
    void aTraceDestinationWithoutItsAddressIsExplained() throws Exception {
        assertThat(check(
                        "loadmodule \"proto_hep.so\"",
                        "modparam(\"proto_hep\", \"trace_destination\", \"[hep_dest];transport=tcp;version=3\")"))
                .isEqualTo(":2:44: proto_hep.trace_destination = [hep_dest];transport=tcp;version=3: the collector's"
                        + " host is missing, write [hep_dest]host:port and then the rest\n");
    }

    /// What it says behind the file's name.
    private String check(String... lines) throws Exception {
        Path file = Files.write(folder.resolve("lost.cfg"), List.of(lines));
        Outcome outcome = Chief.run(folder, "check", file.toString());
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.stderr()).startsWith(file + ":");
        return outcome.stderr().substring(file.toString().length());
    }
}
