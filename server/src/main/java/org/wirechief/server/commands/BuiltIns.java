package org.wirechief.server.commands;

import java.util.List;
import org.wirechief.core.CommandSpec;

/// The list of built-in commands.
public final class BuiltIns {
    private BuiltIns() {}

    /// All of them, for the server that `state` describes.
    ///
    /// @param killable whether `core.kill` is among them
    public static List<CommandSpec> of(ServerState state, boolean killable) {
        return List.of();
    }
}
