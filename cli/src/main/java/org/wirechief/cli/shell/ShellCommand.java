package org.wirechief.cli.shell;

import java.io.IOException;
import org.wirechief.cli.call.CallOptions;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Invocation;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.SubcommandDraft;
import org.wirechief.cli.command.UsageError;

/// `chief shell`.
public final class ShellCommand {
    static final Option HISTORY = Option.of(
            "--history FILE", "where lines are kept; chief/history in $XDG_STATE_HOME or ~/.local/state if not told");

    private ShellCommand() {}

    /// Its row of the table.
    public static Subcommand describe() {
        SubcommandDraft draft = Subcommand.named("shell")
                .summary("calls the methods that are typed, and completes them")
                .synopsis("[OPTION...]")
                .paragraph("TAB completes methods, groups and names of cfg and cnt, and the shell's own commands;"
                        + " behind a method its help is shown. Ctrl-R searches the lines of before, which are kept."
                        + " Ctrl-C cancels a call, Ctrl-D ends. Words are split as in a shell and typed as those of"
                        + " chief call.")
                .paragraph("Its own commands: " + OwnCommand.list() + ".")
                .paragraph("Where standard input is no terminal, the same lines are read from it, nothing is"
                        + " completed or kept, and the exit code is that of the last line that failed.");
        CallOptions.ALL.forEach(draft::option);
        return draft.option(HISTORY)
                .example("chief shell -s tcp:127.0.0.1:2049", "at that node")
                .example("echo 'watch 2 core.uptime' | chief shell", "every two seconds, until Ctrl-C")
                .exits(ExitCode.values())
                .run(ShellCommand::run);
    }

    private static int run(Invocation invocation) throws UsageError, IOException {
        if (!invocation.line().operands().isEmpty()) {
            throw new UsageError("takes no words, and there is '"
                    + invocation.line().operands().getFirst() + "'");
        }
        Stdio stdio = invocation.stdio();
        CallOptions options = CallOptions.of(invocation.line(), stdio);
        try (var session = new Session(options)) {
            if (!stdio.terminals().in() || !stdio.terminals().out()) {
                return PlainShell.run(session, stdio);
            }
            HistoryFile history = HistoryFile.of(invocation.line().value(HISTORY), stdio.environment());
            return TerminalShell.run(session, history, stdio);
        }
    }
}
