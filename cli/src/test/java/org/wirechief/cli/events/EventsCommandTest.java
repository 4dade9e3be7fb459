package org.wirechief.cli.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirechief.cli.Cli;
import org.wirechief.cli.command.Stdio;

class EventsCommandTest {
    /// The working directory would be taken, where no node puts an answer.
    @Test
    void anEmptyReplyDirectoryIsNone() {
        var err = new ByteArrayOutputStream();
        Stdio stdio = new Stdio(
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                Stdio.Terminals.NONE);

        assertThat(Cli.with(List.of())
                        .run(List.of("events", "-s", "fifo:/nowhere/fifo", "--reply-dir", "", "E_PIKE_BLOCKED"), stdio))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("chief events: --reply-dir is empty");
    }
}
