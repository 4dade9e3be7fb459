package org.wirechief.server.commands;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Vocabulary;

/// The list of built-in commands. Names, members, their order and types are those that tools for
/// Kamailio know (spec ctl §13.1); the values are this server's.
public final class BuiltIns {
    private BuiltIns() {}

    /// All of them, for the server that `state` describes.
    ///
    /// @param killable whether `core.kill` is among them
    public static List<CommandSpec> of(ServerState state, boolean killable) {
        List<CommandSpec> all = new ArrayList<>();
        all.addAll(SystemMethods.of(state));
        all.addAll(Echo.all());
        all.addAll(VersionInfo.of(state));
        all.add(Uptime.of(state));
        all.addAll(ServiceThreads.of(state));
        all.addAll(Surroundings.of(state));
        all.add(Shmmem.of(MemoryUse::now));
        all.addAll(TcpFigures.of(state));
        all.add(TcpOptions.of(state));
        all.add(SocketsList.of(state));
        all.add(Modules.of(state));
        all.addAll(CfgRead.of(state.settings()));
        all.addAll(CfgWrite.of(state.settings()));
        all.addAll(Cnt.of(state.statistics()));
        all.addAll(Stats.of(state.statistics()));
        if (killable) {
            all.add(Kill.of(state));
        }
        return List.copyOf(all);
    }

    /// Begins a command as all built-in ones begin: a reading one of the RPC vocabulary.
    static CommandDraft rpc(String name) {
        return CommandSpec.named(name).vocabulary(Vocabulary.RPC);
    }
}
