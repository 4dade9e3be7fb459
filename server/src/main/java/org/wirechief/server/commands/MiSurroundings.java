package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;

/// `uptime`, `version`, `pwd`, `arg`: what runs here, since when, where and how it was started
/// (spec mi-text §6, mi-json §10).
final class MiSurroundings {
    private MiSurroundings() {}

    static List<CommandSpec> of(ServerState state) {
        return List.of(uptime(state), version(state.identity()), pwd(), arg(state));
    }

    private static CommandSpec uptime(ServerState state) {
        return BuiltIns.mi("uptime")
                .summary("Tells since when the server runs, and for how many seconds.")
                .run((_, reply) -> {
                    Instant now = state.clock().instant();
                    reply.struct(s -> {
                        s.put("Now", Ctime.local(now));
                        s.put("Up since", Ctime.local(state.started()));
                        s.put("Up time", state.uptime(now).toSeconds() + " [sec]");
                    });
                });
    }

    /// With any argument it tells the revision too, under the name of what keeps revisions.
    static CommandSpec version(Identity identity) {
        Octets server = Octets.of("Server");
        Octets text = Octets.of(identity.miVersionText());
        return BuiltIns.mi("version")
                .summary("Answers name, version and platform of this server, if asked the revision too.")
                .optional("revision", TEXT)
                .withoutTextInput()
                .run((call, reply) -> {
                    boolean revision = call.args().hasNext();
                    reply.struct(s -> {
                        s.put(server, text);
                        if (revision) {
                            String source = identity.build().sourceId();
                            s.put(source.equals("unknown") ? source : "git", source);
                        }
                    });
                });
    }

    private static CommandSpec pwd() {
        return BuiltIns.mi("pwd")
                .summary("Answers the server's working directory.")
                .run((_, reply) -> reply.struct(
                        s -> s.put("WD", Path.of("").toAbsolutePath().toString())));
    }

    private static CommandSpec arg(ServerState state) {
        return BuiltIns.mi("arg")
                .summary("Answers the server's command line, one word after the other.")
                .run((_, reply) -> reply.lines(state.arguments()));
    }
}
