package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.INTEGER;

import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;

/// `core.kill`: stops this server in order, once its answer has left. It sends no signal, so no
/// other process of the group and no program it is embedded in is hit.
final class Kill {
    private static final long TERM = 15;

    private Kill() {}

    static CommandSpec of(ServerState state) {
        return BuiltIns.rpc("core.kill")
                .summary("Stops this server in order, as the signal would: 15 (default), 2, 3 or 9; 0 only tests.")
                .optional("signal", INTEGER)
                .access(Access.ADMIN)
                .example("15")
                .run((call, reply) -> {
                    if (stops(call.args())) {
                        reply.afterSend(state.stop());
                    }
                });
    }

    private static boolean stops(Args args) {
        long signal = args.hasNext() ? args.integer() : TERM;
        if (signal == 0) {
            return false;
        }
        if (signal == 2 || signal == 3 || signal == 9 || signal == TERM) {
            return true;
        }
        throw new Fault(400, "signal " + signal + " does not stop this server: use 15, 2, 3 or 9");
    }
}
