package org.wirechief.cli.reference;

import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.UsageError;

/// `chief manual`.
public final class ManualCommand {
    private ManualCommand() {}

    /// Its row of the table.
    public static Subcommand describe() {
        return Subcommand.named("manual")
                .summary("prints the manual page, for man to show")
                .synopsis("")
                .paragraph("The tarball has it as share/man/man1/chief.1.")
                .example("chief manual | man -l -", "read it")
                .exits(ExitCode.SUCCESS, ExitCode.USAGE)
                .run(invocation -> {
                    if (!invocation.line().operands().isEmpty()) {
                        throw new UsageError("takes no words, and there is '"
                                + invocation.line().operands().getFirst() + "'");
                    }
                    invocation.stdio().print(ManualPage.of(invocation.table()));
                    return ExitCode.SUCCESS.code();
                });
    }
}
