package org.wirechief.app;

import java.util.Arrays;
import java.util.List;
import org.wirechief.cli.Cli;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.Subcommand;

/// Entry point of `chief`.
public final class Main {
    private Main() {}

    /// Runs one `chief` command.
    ///
    /// @param args the command line, subcommand first
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// As [#main], without ending the process.
    ///
    /// @return the exit code
    static int run(String... args) {
        return Cli.with(ServerCommands.all()).run(Arrays.asList(args), Stdio.ofProcess());
    }

    /// Every subcommand there is: what help, documentation and completion are made from.
    static List<Subcommand> table() {
        return Cli.with(ServerCommands.all()).table();
    }
}
