package org.wirechief.it.kamcmd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.Tool;

/// Debian's own `kamcmd`.
public final class Kamcmd {
    private Kamcmd() {}

    static Path path() {
        return Tool.require("kamcmd");
    }

    /// Calls it as a shell would, `kamcmd words...`.
    static Outcome run(List<String> words) throws IOException, InterruptedException {
        return run(words, "");
    }

    /// Calls it and types this into it.
    public static Outcome run(List<String> words, String stdin) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(path().toString());
        line.addAll(words);
        return Outcome.of(new ProcessBuilder(line), stdin);
    }

    /// `kamcmd -s address words...`
    static Outcome at(String address, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-s", address));
        all.addAll(List.of(words));
        return run(all);
    }

    /// How a call ends that prints this.
    static Outcome said(String stdout) {
        return new Outcome(0, stdout, "");
    }
}
