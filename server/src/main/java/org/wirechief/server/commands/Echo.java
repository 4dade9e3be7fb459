package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.ANY;
import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import org.wirechief.core.Args;
import org.wirechief.core.CommandSpec;

/// `core.echo`, `core.prints`, `core.printi`: answer what they were asked, to try a connection.
final class Echo {
    private Echo() {}

    static List<CommandSpec> all() {
        return List.of(echo(), prints(), printi());
    }

    private static CommandSpec echo() {
        return BuiltIns.rpc("core.echo")
                .summary("Answers its arguments, numbers as text.")
                .repeated("value", ANY)
                .example("abc 5")
                .run((call, reply) -> {
                    Args args = call.args().converting();
                    while (args.hasNext()) {
                        reply.add(args.octets());
                    }
                });
    }

    private static CommandSpec prints() {
        return BuiltIns.rpc("core.prints")
                .summary("Answers its arguments, which must be text.")
                .repeated("text", TEXT)
                .example("abc def")
                .run((call, reply) -> {
                    while (call.args().hasNext()) {
                        reply.add(call.args().octets());
                    }
                });
    }

    private static CommandSpec printi() {
        return BuiltIns.rpc("core.printi")
                .summary("Answers its arguments, which must be integers.")
                .repeated("number", INTEGER)
                .example("1 2 300")
                .run((call, reply) -> {
                    while (call.args().hasNext()) {
                        reply.add(call.args().integer());
                    }
                });
    }
}
