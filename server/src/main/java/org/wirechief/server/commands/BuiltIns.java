package org.wirechief.server.commands;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Vocabulary;
import org.wirechief.server.statistics.MemoryUse;

/// The list of built-in commands. Names, members, their order and types are those that tools for
/// Kamailio (spec ctl §13.1) and OpenSIPS (spec mi-text §6, mi-json §10) know; the values are this
/// server's.
public final class BuiltIns {
    private BuiltIns() {}

    /// All of them, for the server that `state` describes.
    ///
    /// @param killable whether `core.kill` and `kill` are among them
    public static List<CommandSpec> of(ServerState state, boolean killable) {
        List<CommandSpec> all = new ArrayList<>(ofMi(state, killable));
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

    /// Those of MI, in the order of OpenSIPS.
    private static List<CommandSpec> ofMi(ServerState state, boolean killable) {
        List<CommandSpec> all = new ArrayList<>();
        all.addAll(MiStatistics.of(state.statistics()));
        all.addAll(MiSurroundings.of(state));
        all.add(MiHelp.which(state.commands()));
        all.add(MiProcesses.ps(state));
        if (killable) {
            all.add(MiProcesses.kill(state));
        }
        all.add(MiLogLevel.of(state));
        all.add(MiLogLevel.debug(state));
        all.addAll(MiLogConsumers.of(state.logLevels().consumers()));
        all.addAll(MiCache.of(state));
        all.addAll(MiEvents.of(state));
        all.add(MiSubscribers.of(state));
        all.add(MiRaise.of(state));
        all.add(MiTcpConnections.of(state));
        all.add(MiMemoryDump.shared(System.getLogger(MiMemoryDump.class.getName())));
        all.addAll(MiStatusReports.of(state.reports()));
        all.add(MiHelp.help(state.commands()));
        all.addAll(MiBlacklists.of(state));
        return all;
    }

    /// Begins a command as all built-in ones begin: a reading one of the RPC vocabulary.
    static CommandDraft rpc(String name) {
        return CommandSpec.named(name).vocabulary(Vocabulary.RPC);
    }

    /// The same in the MI vocabulary.
    static CommandDraft mi(String name) {
        return CommandSpec.named(name).vocabulary(Vocabulary.MI);
    }
}
