package org.wirechief.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirechief.cli.Cli;
import org.wirechief.cli.command.Stdio;

/// Lines that are piped into the shell, of which none calls a node.
class PlainShellTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(InputStream in) {
        Stdio stdio = new Stdio(
                in,
                new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                Stdio.Terminals.NONE);
        return Cli.with(List.of()).run(List.of("shell"), stdio);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void quitDoesNotWaitForAnotherLine() {
        InputStream never = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read on behind quit");
            }

            @Override
            public int read(byte[] some, int at, int length) {
                return read();
            }
        };

        assertThat(run(new SequenceInputStream(text("quit\n"), never))).isZero();
        assertThat(err).hasToString("");
    }

    @Test
    void whatCannotBeReadIsNoFaultOfTheOutput() throws Exception {
        InputStream closed = InputStream.nullInputStream();
        closed.close();

        assertThat(run(new SequenceInputStream(text("\n"), closed))).isEqualTo(2);
        assertThat(err).hasToString("chief shell: cannot read standard input: Stream closed\n");
    }

    @Test
    void aLineThatIsTooLongIsNotRepeated() {
        assertThat(run(text("x".repeat(3 << 20) + "\nquit\n"))).isEqualTo(2);
        assertThat(err).hasToString("more than 1048576 bytes are too many for a line\n");
    }
}
