package org.wirechief.cli;

import java.util.List;
import org.wirechief.cli.call.CallCommand;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.doctor.DoctorCommand;
import org.wirechief.cli.events.EventsCommand;
import org.wirechief.cli.hep.HepCommand;
import org.wirechief.cli.kamcmd.KamcmdCommand;
import org.wirechief.cli.reference.CompletionCommand;
import org.wirechief.cli.reference.ManualCommand;
import org.wirechief.cli.shell.ShellCommand;

/// The table of this module's subcommands. Help, documentation, completion and the manual are made
/// from it and from what the program adds ([Cli#table()]).
public final class CliReference {
    private CliReference() {}

    /// Every subcommand that knows no server, in the order help lists them.
    public static List<Subcommand> subcommands() {
        return List.of(
                CallCommand.describe(),
                KamcmdCommand.describe(),
                ShellCommand.describe(),
                EventsCommand.describe(),
                DoctorCommand.describe(),
                HepCommand.describe(),
                CompletionCommand.describe(),
                ManualCommand.describe());
    }
}
