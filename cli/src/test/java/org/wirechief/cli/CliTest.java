package org.wirechief.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.Subcommand;

/// What becomes of a command line, whatever its subcommand does.
class CliTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Throwable thrown) {
        Subcommand broken = Subcommand.named("broken")
                .summary("fails")
                .synopsis("")
                .run(invocation -> {
                    invocation.stdio().print("begun\n");
                    switch (thrown) {
                        case Error error -> throw error;
                        case RuntimeException mistake -> throw mistake;
                        default -> throw new AssertionError(thrown);
                    }
                });
        Stdio stdio = new Stdio(
                InputStream.nullInputStream(),
                new BufferedOutputStream(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                Stdio.Terminals.NONE);
        return new Cli(List.of(broken)).run(List.of("broken"), stdio);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aMistakeIsNoAnswerOfANode() {
        assertThat(run(new IllegalStateException("no\nline"))).isEqualTo(5);

        assertThat(said())
                .startsWith("chief: a mistake of chief itself, please report it:"
                        + " java.lang.IllegalStateException: no line at ")
                .contains("CliTest")
                .hasLineCount(1);
        assertThat(out).hasToString("begun\n");
    }

    @Test
    void tooLittleMemoryIsToldWithWhatMendsIt() {
        assertThat(run(new OutOfMemoryError("Java heap space"))).isEqualTo(5);

        assertThat(said())
                .isEqualTo("chief: there is not enough memory (Java heap space);"
                        + " JDK_JAVA_OPTIONS=-Xmx2g gives chief more\n");
    }
}
