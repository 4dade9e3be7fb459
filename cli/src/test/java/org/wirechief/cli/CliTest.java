package org.wirechief.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.SubcommandDraft;

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

    private int runToAFullDisk(SubcommandDraft draft, int exit) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Subcommand speaking = draft.summary("speaks").synopsis("").run(invocation -> {
            invocation.stdio().printStream().println("a line");
            return exit;
        });
        Stdio stdio = new Stdio(
                InputStream.nullInputStream(),
                new BufferedOutputStream(full),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                Stdio.Terminals.NONE);
        return new Cli(List.of(speaking)).run(List.of("speaking"), stdio);
    }

    @Test
    void lostOutputHasACodeOfItsOwnUnlessTheSubcommandHasItsCodes() {
        assertThat(runToAFullDisk(Subcommand.named("speaking"), 0)).isEqualTo(6);
        assertThat(runToAFullDisk(Subcommand.named("speaking").exitsLike("0 or 255", 255), 0))
                .isEqualTo(255);
        assertThat(runToAFullDisk(Subcommand.named("speaking").exitsLike("0 in order", 0), 0))
                .isZero();
        assertThat(runToAFullDisk(Subcommand.named("speaking").exitsLike("0 in order", 0), 4))
                .isEqualTo(4);
        assertThat(said().lines())
                .hasSize(4)
                .containsOnly("chief: cannot write to standard output: No space left on device");
    }

    @Test
    void tooLittleMemoryIsToldWithWhatMendsIt() {
        assertThat(run(new OutOfMemoryError("Java heap space"))).isEqualTo(5);

        assertThat(said())
                .isEqualTo("chief: there is not enough memory (Java heap space);"
                        + " JDK_JAVA_OPTIONS=-Xmx2g gives chief more\n");
    }
}
