package org.wirechief.it.kamcmd;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wirechief.cli.Cli;
import org.wirechief.cli.command.Stdio;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.Tool;

/// The two programs that are one: Debian's own, and ours.
public enum Kamcmd {
    /// Debian's `kamcmd`, a process.
    DEBIANS {
        @Override
        public Outcome run(List<String> words, String stdin) throws IOException, InterruptedException {
            List<String> line = new ArrayList<>();
            line.add(path().toString());
            line.addAll(words);
            return Outcome.of(new ProcessBuilder(line), stdin);
        }
    },
    /// `chief kamcmd`, in this process: hundreds of JVMs would take their time.
    OURS {
        @Override
        public Outcome run(List<String> words, String stdin) {
            List<String> line = new ArrayList<>();
            line.add("kamcmd");
            line.addAll(words);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exit = Cli.with(List.of())
                    .run(
                            line,
                            new Stdio(
                                    new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                                    out,
                                    new PrintStream(err, true, StandardCharsets.UTF_8),
                                    Map.of(),
                                    Stdio.Terminals.NONE));
            return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    };

    /// Where Debian's is.
    static Path path() {
        return Tool.require("kamcmd");
    }

    /// Calls it as a shell would, `kamcmd words...`.
    public Outcome run(List<String> words) throws IOException, InterruptedException {
        return run(words, "");
    }

    /// Calls it and types this into it.
    public abstract Outcome run(List<String> words, String stdin) throws IOException, InterruptedException;

    /// `kamcmd -s address words...`
    Outcome at(String address, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-s", address));
        all.addAll(List.of(words));
        return run(all);
    }

    /// How a call ends that prints this.
    static Outcome said(String stdout) {
        return new Outcome(0, stdout, "");
    }
}
