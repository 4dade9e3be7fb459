package org.wirechief.cli;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirechief.cli.command.CommandLine;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Invocation;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.Usage;
import org.wirechief.cli.command.UsageError;

/// The `chief` command line: a table of subcommands.
///
/// Words that begin with an option other than help and version are `chief call`, so that
/// `chief -s ADDRESS METHOD ARG...` is short for it.
///
/// @param table every subcommand, in the order help lists them
public record Cli(List<Subcommand> table) {
    private static final String CALL = "call";

    public Cli {
        table = List.copyOf(table);
    }

    /// With the subcommands of this module and those of the program.
    public static Cli with(List<Subcommand> ofProgram) {
        return new Cli(Stream.of(ofProgram, CliReference.subcommands())
                .flatMap(List::stream)
                .toList());
    }

    /// Runs one command line. What nobody expected is told in one line too.
    ///
    /// @return the exit code
    public int run(List<String> words, Stdio stdio) {
        String first = words.isEmpty() ? "" : words.getFirst();
        int exit = ExitCode.SUCCESS.code();
        try {
            exit = dispatch(first, words, stdio);
            stdio.out().flush();
            return exit;
        } catch (IOException e) {
            outputFailed(e, stdio);
            return exit == ExitCode.SUCCESS.code() ? lostOutput(first) : exit;
        } catch (RuntimeException | Error e) {
            return failed(e, stdio);
        }
    }

    private int dispatch(String first, List<String> words, Stdio stdio) throws IOException {
        return switch (first) {
            case "help", "--help", "-h" -> help(words.subList(1, words.size()), stdio);
            case "--version", "-V" -> {
                stdio.print("chief " + version() + "\n");
                yield ExitCode.SUCCESS.code();
            }
            default -> {
                boolean isShort = first.startsWith("-");
                Optional<Subcommand> subcommand = find(isShort ? CALL : first);
                if (subcommand.isEmpty()) {
                    yield unknown(first, stdio);
                }
                yield run(subcommand.get(), isShort ? words : words.subList(1, words.size()), stdio);
            }
        };
    }

    private Optional<Subcommand> find(String name) {
        return table.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    private int run(Subcommand subcommand, List<String> words, Stdio stdio) throws IOException {
        try {
            if (subcommand.readsItsWords()) {
                return subcommand.action().run(new Invocation(CommandLine.ofOperands(words), stdio, table));
            }
            List<Option> options = new ArrayList<>(subcommand.options());
            options.add(Subcommand.HELP);
            CommandLine line = CommandLine.parse(options, words);
            if (line.has(Subcommand.HELP)) {
                stdio.print(Usage.of(subcommand));
                return ExitCode.SUCCESS.code();
            }
            return subcommand.action().run(new Invocation(line, stdio, table));
        } catch (UsageError e) {
            stdio.say("chief " + subcommand.name() + ": " + e.getMessage());
            stdio.say("chief help " + subcommand.name() + " tells how it is used");
            return ExitCode.USAGE.code();
        }
    }

    private int help(List<String> about, Stdio stdio) throws IOException {
        if (about.isEmpty()) {
            stdio.print(Usage.of(table));
            return ExitCode.SUCCESS.code();
        }
        Optional<Subcommand> subcommand = find(about.getFirst());
        if (subcommand.isEmpty()) {
            return unknown(about.getFirst(), stdio);
        }
        stdio.print(Usage.of(subcommand.get()));
        return ExitCode.SUCCESS.code();
    }

    private int unknown(String word, Stdio stdio) {
        if (!word.isEmpty()) {
            String call = word.indexOf('.') > 0 ? "; to call that method: chief call " + word : "";
            stdio.say("chief: there is no subcommand '" + word + "'" + call);
        }
        stdio.err().print(Usage.of(table));
        return ExitCode.USAGE.code();
    }

    /// A reader that went away, `chief call ... | head`, needs no words.
    private static void outputFailed(IOException e, Stdio stdio) {
        String why = String.valueOf(e.getMessage());
        if (!why.contains("Broken pipe")) {
            stdio.say("chief: cannot write to standard output: " + why);
        }
    }

    private int lostOutput(String first) {
        return find(first).map(Subcommand::lostOutput).orElse(ExitCode.OUTPUT.code());
    }

    /// Nobody who runs `chief` from a script must take this for the answer of a node.
    private static int failed(Throwable e, Stdio stdio) {
        String what = e instanceof OutOfMemoryError
                ? "there is not enough memory (" + e.getMessage() + "); JDK_JAVA_OPTIONS=-Xmx2g gives chief more"
                : "a mistake of chief itself, please report it: " + e + where(e);
        stdio.say("chief: " + what.replace('\n', ' '));
        try {
            stdio.out().flush();
        } catch (IOException alsoThat) {
            e.addSuppressed(alsoThat);
        }
        return ExitCode.BROKEN_REPLY.code();
    }

    private static String where(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }

    private static String version() {
        return Optional.ofNullable(Cli.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("(unknown version)");
    }
}
