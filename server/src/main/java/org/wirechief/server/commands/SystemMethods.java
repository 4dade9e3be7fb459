package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Signature;
import org.wirechief.core.Vocabulary;

/// `system.*`: which commands there are, what each does, how each is called.
final class SystemMethods {
    private SystemMethods() {}

    static List<CommandSpec> of(ServerState state) {
        return List.of(list(state.commands()), help(state.commands()), signature(state.commands()));
    }

    private static CommandSpec list(Commands commands) {
        MethodList methods = new MethodList(commands);
        return BuiltIns.rpc("system.listMethods")
                .summary("Lists the names of all commands.")
                .run((_, reply) -> reply.prepared(methods.answer()));
    }

    private static CommandSpec help(Commands commands) {
        return BuiltIns.rpc("system.methodHelp")
                .summary("Says in one line what a command does.")
                .param("name", TEXT)
                .example("core.uptime")
                .run((call, reply) -> {
                    String summary = named(commands, call).summary();
                    reply.add(summary.isEmpty() ? "undocumented" : summary);
                });
    }

    /// A line for each way to call the command. Kamailio has none to give and answers a fault
    /// (`basic/*/methodSignature`).
    private static CommandSpec signature(Commands commands) {
        return BuiltIns.rpc("system.methodSignature")
                .summary("Says how a command is called: its name and its parameters.")
                .param("name", TEXT)
                .example("core.shmmem")
                .run((call, reply) -> {
                    CommandSpec spec = named(commands, call);
                    for (Signature way : spec.signatures()) {
                        reply.add((spec.name() + " " + way).strip());
                    }
                });
    }

    private static CommandSpec named(Commands commands, Call call) {
        CommandSpec spec = commands.find(Vocabulary.RPC, name(call));
        if (spec == null) {
            throw new Fault(400, "command not found");
        }
        return spec;
    }

    private static Octets name(Call call) {
        try {
            return call.args().octets();
        } catch (Fault fault) {
            if (fault.isAboutArgument()) {
                throw new Fault(400, "Method Name Expected");
            }
            throw fault;
        }
    }
}
