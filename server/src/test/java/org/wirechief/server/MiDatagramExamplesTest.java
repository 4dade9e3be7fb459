package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the manuals of OpenSIPS 1.8 and 2.4 write in their examples is accepted.
class MiDatagramExamplesTest {
    @TempDir
    private Path folder;

    private record Checked(int code, String out, String err) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modparam(\"mi_datagram\", \"socket_name\", \"/tmp/opensips.sock\")",
                "modparam(\"mi_datagram\", \"socket_name\", \"udp:192.168.2.133:8080\")",
                "modparam(\"mi_datagram\", \"children_count\", 3)",
                "modparam(\"mi_datagram\", \"children_count\", \"3\")",
                "modparam(\"mi_datagram\", \"unix_socket_mode\", 0600)",
                "modparam(\"mi_datagram\", \"unix_socket_group\", 0)",
                "modparam(\"mi_datagram\", \"unix_socket_group\", \"root\")",
                "modparam(\"mi_datagram\", \"unix_socket_user\", 0)",
                "modparam(\"mi_datagram\", \"unix_socket_user\", \"root\")",
                "modparam(\"mi_datagram\", \"socket_timeout\", 2000)",
                "modparam(\"mi_datagram\", \"reply_indent\", \"    \")",
            })
    void examples(String line) throws IOException {
        Checked checked = check("modparam(\"mi_datagram\", \"socket_name\", \"/tmp/first.sock\")", line);

        assertThat(checked.err()).isEmpty();
        assertThat(checked.out()).endsWith("ok, 1 module\n");
        assertThat(checked.code()).isEqualTo(Standalone.STOPPED);
    }

    @Test
    void anExampleWhoseAddressWasLostSaysWhatIsMissing() throws IOException {
        Checked checked = check("modparam(\"mi_datagram\", \"socket_name\", \"udp:\")");

        assertThat(checked.code()).isEqualTo(Standalone.MISCONFIGURED);
        assertThat(checked.err().lines())
                .singleElement()
                .asString()
                .contains("chief.cfg:2:", "mi_datagram.socket_name = udp:", "a host and a port are missing");
    }

    @Test
    void withoutASocketNameTheModuleIsNotComplete() throws IOException {
        Checked checked = check();

        assertThat(checked.code()).isEqualTo(Standalone.MISCONFIGURED);
        assertThat(checked.err().lines())
                .singleElement()
                .asString()
                .contains("chief.cfg:1:", "mi_datagram.socket_name is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifo_mode", "reply_dir"})
    void whatIsNotThereIsNamed(String parameter) throws IOException {
        Checked checked = check(
                "modparam(\"mi_datagram\", \"socket_name\", \"/tmp/first.sock\")",
                "modparam(\"mi_datagram\", \"" + parameter + "\", \"x\")");

        assertThat(checked.code()).isEqualTo(Standalone.MISCONFIGURED);
        assertThat(checked.err()).contains("module mi_datagram has no parameter '" + parameter + "'");
    }

    private Checked check(String... lines) throws IOException {
        Path file = folder.resolve("chief.cfg");
        Files.writeString(file, "loadmodule \"mi_datagram.so\"\n" + String.join("\n", lines) + "\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Standalone.withEveryModule()
                .check(List.of(file.toString()), new PrintStream(out), new PrintStream(err));
        return new Checked(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
