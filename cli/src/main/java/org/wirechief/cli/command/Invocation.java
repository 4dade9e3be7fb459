package org.wirechief.cli.command;

import java.util.List;

/// One run of a subcommand.
///
/// @param line its words; all of them are operands when it reads them itself
/// @param stdio where it reads and writes
/// @param table every subcommand of the program, for those that tell about others
public record Invocation(CommandLine line, Stdio stdio, List<Subcommand> table) {
    public Invocation {
        table = List.copyOf(table);
    }
}
