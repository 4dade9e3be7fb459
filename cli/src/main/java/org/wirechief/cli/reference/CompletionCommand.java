package org.wirechief.cli.reference;

import java.io.IOException;
import java.util.List;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Invocation;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.UsageError;

/// `chief completion`.
public final class CompletionCommand {
    private CompletionCommand() {}

    /// Its row of the table.
    public static Subcommand describe() {
        return Subcommand.named("completion")
                .summary("prints what a shell needs to complete chief's words")
                .synopsis("bash | zsh")
                .paragraph("Subcommands, options, their values, and the methods of the node that -s or $CHIEF_NODE"
                        + " names. The tarball has both files under share.")
                .example("source <(chief completion bash)", "in this shell, from now on")
                .exits(ExitCode.SUCCESS, ExitCode.USAGE)
                .run(CompletionCommand::run);
    }

    private static int run(Invocation invocation) throws UsageError, IOException {
        List<String> words = invocation.line().operands();
        if (words.size() != 1) {
            throw new UsageError("takes one word: bash or zsh");
        }
        invocation
                .stdio()
                .print(
                        switch (words.getFirst()) {
                            case "bash" -> BashCompletion.of(invocation.table());
                            case "zsh" -> ZshCompletion.of(invocation.table());
                            default ->
                                throw new UsageError(
                                        "there is none for '" + words.getFirst() + "': allowed are bash, zsh");
                        });
        return ExitCode.SUCCESS.code();
    }
}
