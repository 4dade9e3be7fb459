package org.wirechief.server.commands;

import java.util.List;
import org.wirechief.core.CommandSpec;
import org.wirechief.endpoint.ServiceThread;

/// `core.ps`, `core.psx`, `core.psa`: the threads that serve. Where tools expect processes, a
/// thread's Linux id stands for the process id: `kill -0`, `top -H` and /proc know it.
final class ServiceThreads {
    /// Every thread listed is alive; Kamailio's word for that.
    private static final long RUNNING = 1;

    /// Kamailio's rank of the process that started the others.
    private static final long OWN = 0;

    /// Kamailio's rank of a process that handles no SIP.
    private static final long OF_A_MODULE = -2;

    private ServiceThreads() {}

    static List<CommandSpec> of(ServerState state) {
        return List.of(ps(state), psx(state), psa(state));
    }

    private static CommandSpec ps(ServerState state) {
        return BuiltIns.rpc("core.ps")
                .summary("Lists the threads that serve: id and description of each.")
                .run((_, reply) -> {
                    for (ServiceThread thread : state.threads()) {
                        reply.add(thread.tid());
                        reply.add(thread.description());
                    }
                });
    }

    private static CommandSpec psx(ServerState state) {
        return BuiltIns.rpc("core.psx")
                .summary("Lists the threads that serve, a structure each.")
                .run((_, reply) -> {
                    List<ServiceThread> threads = state.threads();
                    for (int i = 0; i < threads.size(); i++) {
                        int index = i;
                        reply.struct(s -> {
                            s.put("IDX", index);
                            s.put("PID", threads.get(index).tid());
                            s.put("DSC", threads.get(index).description());
                        });
                    }
                });
    }

    private static CommandSpec psa(ServerState state) {
        return BuiltIns.rpc("core.psa")
                .summary("Lists the threads that serve, with status and rank.")
                .run((_, reply) -> {
                    List<ServiceThread> threads = state.threads();
                    for (int i = 0; i < threads.size(); i++) {
                        int index = i;
                        reply.struct(s -> {
                            s.put("index", index);
                            s.put("pid", threads.get(index).tid());
                            s.put("status", RUNNING);
                            s.put("rank", index < state.ownThreads().size() ? OWN : OF_A_MODULE);
                            s.put("description", threads.get(index).description());
                        });
                    }
                });
    }
}
