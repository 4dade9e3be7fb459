package org.wirechief.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.wirechief.endpoint.Door;

/// Calls `mi_fifo` as a shell does: a FIFO for the answer, a request that names it, and `cat`.
final class MiFifoTranscript {
    private static final String NAME = "demo_reply";
    private static final String REQUEST =
            ":" + NAME + ":{\"jsonrpc\":\"2.0\",\"method\":\"demo.hello\",\"params\":[\"operator\"],\"id\":1}";

    private MiFifoTranscript() {}

    /// Shows a call and its answer.
    ///
    /// @param replies the module's reply directory
    static void show(Door door, Path replies, PrintStream out) throws IOException {
        out.println("> " + REQUEST);
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "mkfifo -m 600 \"$2\" && printf %s \"$3\" > \"$1\" && cat \"$2\"; rm -f \"$2\"",
                        "demo",
                        door.name(),
                        replies.resolve(NAME).toString(),
                        REQUEST)
                .redirectErrorStream(true)
                .start();
        out.println(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8) + "\n");
    }

    /// What to type for the same.
    static String byHand(Door door, Path replies) {
        Path reply = replies.resolve(NAME);
        return "  mkfifo " + reply + "; printf '%s' '" + REQUEST + "' > " + door.name() + "; cat " + reply;
    }
}
