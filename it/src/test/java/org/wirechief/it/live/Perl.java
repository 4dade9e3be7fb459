package org.wirechief.it.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/// Debian always has perl, and perl has sockets of every kind.
public final class Perl {
    private Perl() {}

    /// Runs a program, which must end well, and returns what it printed.
    public static String run(String program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Tool.require("perl").toString(), "-MSocket", "-e", program)
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
