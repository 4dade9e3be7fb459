package org.wirechief.it.kamailio;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.wirechief.cli.Cli;
import org.wirechief.cli.command.Stdio;
import org.wirechief.it.live.Outcome;

/// `chief` in this process: hundreds of JVMs would take their time.
final class ChiefCall {
    private ChiefCall() {}

    static Outcome run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Cli.with(List.of())
                .run(
                        List.of(words),
                        new Stdio(
                                InputStream.nullInputStream(),
                                out,
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                Map.of(),
                                Stdio.Terminals.NONE));
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
