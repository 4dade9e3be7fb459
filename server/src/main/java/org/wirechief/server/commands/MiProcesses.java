package org.wirechief.server.commands;

import java.util.List;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.endpoint.ServiceThread;

/// `ps` and `kill`. Threads stand where OpenSIPS has processes; see [ServiceThreads].
final class MiProcesses {
    private MiProcesses() {}

    static CommandSpec ps(ServerState state) {
        return BuiltIns.mi("ps")
                .summary("Lists the threads that serve: number, id and description of each.")
                .run((_, reply) -> reply.rows("Processes", "Process", rows -> {
                    List<ServiceThread> threads = state.threads();
                    for (int i = 0; i < threads.size(); i++) {
                        int index = i;
                        rows.row(row -> {
                            row.attr("ID", index);
                            row.attr("PID", threads.get(index).tid());
                            row.attr("Type", threads.get(index).description());
                        });
                    }
                }));
    }

    /// OpenSIPS is gone before it answers; here the answer leaves first.
    static CommandSpec kill(ServerState state) {
        return BuiltIns.mi("kill")
                .access(Access.ADMIN)
                .summary("Stops this server in order, once the answer has left.")
                .run((_, reply) -> {
                    reply.ok();
                    reply.afterSend(state.stop());
                });
    }
}
