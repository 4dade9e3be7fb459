package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wirechief.it.kamcmd.Terminal;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.TempFolder;

/// Colours are for eyes: at a terminal and nowhere else, unless `--color` or `NO_COLOR` says so.
class ColourIT {
    private static final String ESCAPE = "\u001b[";

    @Test
    void atATerminalOnly() throws Exception {
        try (TempFolder folder = TempFolder.create();
                LiveServer server = LiveServer.start(builder -> builder)) {
            String call = Chief.shellWords() + " call -s " + server.address("unixs") + " -o table";
            String echo = " core.echo ver\"d\"ict";

            assertThat(isColoured(call + echo)).isTrue();
            assertThat(isColoured(call + " --color never" + echo)).isFalse();
            assertThat(isColoured("NO_COLOR=1 " + call + echo)).isFalse();
            assertThat(isColoured("NO_COLOR=1 " + call + " --color always" + echo))
                    .isTrue();
            assertThat(isColoured(call + echo + " | cat")).isFalse();
            assertThat(Chief.run(folder, "call", "-s", server.address("unixs"), "-o", "table", "core.echo", "x")
                            .stdout())
                    .doesNotContain(ESCAPE);
        }
    }

    /// At a terminal of its own.
    private static boolean isColoured(String line) throws IOException, InterruptedException {
        try (Terminal terminal = Terminal.running(line)) {
            assertThat(terminal.exit()).isZero();
            terminal.shows("verdict");
            return terminal.hasShown(ESCAPE);
        }
    }
}
