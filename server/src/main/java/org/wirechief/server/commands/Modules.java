package org.wirechief.server.commands;

import org.wirechief.core.CommandSpec;
import org.wirechief.endpoint.LiveEndpoint;

/// `core.modules`: what was loaded.
final class Modules {
    private Modules() {}

    static CommandSpec of(ServerState state) {
        return BuiltIns.rpc("core.modules")
                .summary("Lists the loaded modules, the last one loaded first.")
                .run((_, reply) -> state.endpoints().get().reversed().stream()
                        .map(LiveEndpoint::module)
                        .forEach(reply::add));
    }
}
