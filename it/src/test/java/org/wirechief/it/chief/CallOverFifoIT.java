package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;

/// `chief -s ctlfifo:...`.
class CallOverFifoIT {
    @AutoClose
    private final TempFolder folder = TempFolder.create();

    @Test
    void printsTheAnswer() throws Exception {
        Path fifo = folder.resolve("fifo");
        try (LiveServer _ = LiveServer.start(server -> server, ctl -> ctl.fifo(fifo.toString()))) {
            assertThat(chief(fifo, "core.prints", "one", "two")).isEqualTo(new Outcome(0, "one\ntwo\n", ""));

            Outcome fault = chief(fifo, "no.such");
            assertThat(fault.exit()).isEqualTo(1);
            assertThat(fault.stderr()).contains("500").contains("Command 'no.such' not found");

            Outcome empty = chief(fifo, "core.prints", "s:");
            assertThat(empty.exit()).isEqualTo(2);
            assertThat(empty.stderr()).contains("argument 1 is empty");
        }
    }

    @Test
    void saysWhoIsTheTrouble() throws Exception {
        Path fifo = folder.resolve("fifo");
        Outcome none = chief(fifo, "core.version");
        assertThat(none.exit()).isEqualTo(3);
        assertThat(none.stderr()).contains("there is no FIFO at " + fifo);

        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Outcome unread = chief(fifo, "core.version");
        assertThat(unread.exit()).isEqualTo(3);
        assertThat(unread.stderr()).contains("no server reads the FIFO " + fifo);
    }

    private Outcome chief(Path fifo, String... words) throws IOException, InterruptedException {
        String[] line = new String[words.length + 2];
        line[0] = "-s";
        line[1] = "ctlfifo:" + fifo;
        System.arraycopy(words, 0, line, 2, words.length);
        return Chief.run(folder, line);
    }
}
