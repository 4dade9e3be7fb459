package org.wirechief.endpoint.ctl;

import java.util.List;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Reply;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.LiveEndpoint;

/// `ctl.listen`, `ctl.connections`, `ctl.who` (spec ctl §12).
final class CtlCommands {
    private CtlCommands() {}

    static List<CommandSpec> of(LiveEndpoint ctl) {
        return List.of(
                CommandSpec.named("ctl.listen")
                        .summary("Lists the sockets of ctl: language, transport, name, port.")
                        .vocabulary(Vocabulary.RPC)
                        .run((call, reply) -> ctl.doors().forEach(door -> listen(door, reply))),
                CommandSpec.named("ctl.connections")
                        .summary("Tells how many stream connections are open.")
                        .vocabulary(Vocabulary.RPC)
                        .run((call, reply) -> {
                            requireCtl(call);
                            reply.add(ctl.callers().size());
                        }),
                CommandSpec.named("ctl.who")
                        .summary("Lists the open stream connections and who is at their other end.")
                        .vocabulary(Vocabulary.RPC)
                        .run((call, reply) -> who(ctl, call, reply)));
    }

    private static void listen(Door door, Reply reply) {
        reply.add(door.payload());
        reply.add(door.transport());
        reply.add(door.name());
        reply.add(door.port());
    }

    private static void who(LiveEndpoint ctl, Call call, Reply reply) {
        requireCtl(call);
        List<Caller> callers = ctl.callers();
        if (callers.isEmpty()) {
            throw new Fault(400, "no open stream connection");
        }
        for (Caller caller : callers) {
            reply.add(caller.payload());
            reply.add(caller.transport());
            reply.add(caller.peer());
            reply.add(caller.peerPort());
            reply.add(caller.local());
            reply.add(caller.localPort());
        }
    }

    /// They answer about the connections of this module only.
    private static void requireCtl(Call call) {
        if (!call.origin().module().equals("ctl")) {
            throw new Fault(606, "rpc available only over binrpc (ctl)");
        }
    }
}
