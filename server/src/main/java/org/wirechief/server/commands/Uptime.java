package org.wirechief.server.commands;

import java.time.Instant;
import org.wirechief.core.CommandSpec;

/// `core.uptime`: since when the server runs.
final class Uptime {
    private Uptime() {}

    static CommandSpec of(ServerState state) {
        return BuiltIns.rpc("core.uptime")
                .summary("Tells since when the server runs, and for how many seconds.")
                .run((_, reply) -> {
                    Instant now = state.clock().instant();
                    reply.struct(s -> {
                        s.put("now", Ctime.local(now));
                        s.put("up_since", Ctime.local(state.started()));
                        s.put("uptime", state.uptime(now).toSeconds());
                    });
                });
    }
}
