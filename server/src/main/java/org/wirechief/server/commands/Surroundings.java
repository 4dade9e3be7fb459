package org.wirechief.server.commands;

import java.nio.file.Path;
import java.util.List;
import org.wirechief.core.CommandSpec;

/// `core.pwd` and `core.arg`: where and how the server was started.
final class Surroundings {
    private Surroundings() {}

    static List<CommandSpec> of(ServerState state) {
        return List.of(
                BuiltIns.rpc("core.pwd")
                        .summary("Answers the server's working directory.")
                        .run((_, reply) ->
                                reply.add(Path.of("").toAbsolutePath().toString())),
                BuiltIns.rpc("core.arg")
                        .summary("Answers the server's command line, one word after the other.")
                        .run((_, reply) -> state.arguments().forEach(reply::add)));
    }
}
