package org.wirechief.cli.command;

import java.io.IOException;
import java.util.List;

/// A subcommand of `chief`: everything about it as data, and what it does.
///
/// ```java
/// Subcommand.named("ping")
///         .summary("asks a node whether it is there")
///         .synopsis("[-s ADDRESS]")
///         .option(Option.of("-s, --node ADDRESS", "the node to ask"))
///         .example("chief ping -s tcp:127.0.0.1:2049", "over TCP")
///         .run(invocation -> ...);
/// ```
///
/// @param summary one line, without a full stop, that goes on after the name
/// @param synopses what stands behind `chief NAME`, a text for each way to use it
/// @param description paragraphs of plain text
/// @param options those the parser takes; help for `-h, --help` is added to them
/// @param environment variables it reads
/// @param exitCodes codes it ends with, other than [ExitCode]s only where `ownExit` says so
/// @param ownExit what its exit codes are when they are none of [ExitCode], or empty
/// @param lostOutput the code where all else went well and standard output took not all
/// @param readsItsWords whether it reads all its words itself; its options are told to people only
public record Subcommand(
        String name,
        String summary,
        List<String> synopses,
        List<String> description,
        List<Option> options,
        List<Variable> environment,
        List<Example> examples,
        List<ExitCode> exitCodes,
        String ownExit,
        int lostOutput,
        boolean readsItsWords,
        Action action) {
    /// What every subcommand has.
    public static final Option HELP = Option.of("-h, --help", "print this help and do nothing else");

    /// What a subcommand does.
    @FunctionalInterface
    public interface Action {
        /// Does it and returns the exit code.
        ///
        /// @throws UsageError when the words are wrong; nothing was done
        /// @throws IOException when standard output takes nothing more
        int run(Invocation invocation) throws UsageError, IOException;
    }

    /// A variable of the environment.
    public record Variable(String name, String help) {}

    public Subcommand {
        synopses = List.copyOf(synopses);
        description = List.copyOf(description);
        options = List.copyOf(options);
        environment = List.copyOf(environment);
        examples = List.copyOf(examples);
        exitCodes = List.copyOf(exitCodes);
    }

    /// Begins to describe one.
    public static SubcommandDraft named(String name) {
        return new SubcommandDraft(name);
    }
}
