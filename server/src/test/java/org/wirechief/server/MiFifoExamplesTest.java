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

/// What the manual of OpenSIPS 3.x writes in its examples is accepted, but for tracing.
class MiFifoExamplesTest {
    @TempDir
    private Path folder;

    private record Checked(int code, String out, String err) {}

    @Test
    void examples() throws IOException {
        Checked checked = check("""
                modparam("mi_fifo", "fifo_name", "/tmp/opensips_b2b_fifo")
                modparam("mi_fifo", "fifo_mode", 0600)
                modparam("mi_fifo", "fifo_group", 0)
                modparam("mi_fifo", "fifo_group", "root")
                modparam("mi_fifo", "fifo_user", 0)
                modparam("mi_fifo", "fifo_user", "root")
                modparam("mi_fifo", "reply_dir", "/home/opensips/tmp/")
                modparam("mi_fifo", "pretty_printing", 1)
                """);

        assertThat(checked.err()).isEmpty();
        assertThat(checked.out()).endsWith("ok, 1 module\n");
        assertThat(checked.code()).isEqualTo(Standalone.STOPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply_indent", "text_profile"})
    void whatIsNotThereIsNamed(String parameter) throws IOException {
        Checked checked = check("modparam(\"mi_fifo\", \"" + parameter + "\", \"x\")");

        assertThat(checked.code()).isEqualTo(Standalone.MISCONFIGURED);
        assertThat(checked.err()).contains("module mi_fifo has no parameter '" + parameter + "'");
    }

    private Checked check(String lines) throws IOException {
        Path file = folder.resolve("chief.cfg");
        Files.writeString(file, "loadmodule \"mi_fifo.so\"\n" + lines + "\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Standalone.withEveryModule()
                .check(List.of(file.toString()), new PrintStream(out), new PrintStream(err));
        return new Checked(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
