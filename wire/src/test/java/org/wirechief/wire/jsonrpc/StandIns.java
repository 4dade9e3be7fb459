package org.wirechief.wire.jsonrpc;

import static org.wirechief.core.ParamType.ANY;
import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Fault;
import org.wirechief.core.Reply;

/// Commands with the recipes of OpenSIPS's that answer as the vectors have it, and some that do
/// what no vector does.
final class StandIns {
    private StandIns() {}

    static Commands commands() {
        return new Commands(List.of(
                CommandSpec.named("version").optional("revision", ANY).run(StandIns::version),
                CommandSpec.named("which").optional("command", TEXT).run(StandIns::unknown),
                CommandSpec.named("help").optional("mi_cmd", TEXT).run(StandIns::unknown),
                CommandSpec.named("log_level")
                        .optional("level", INTEGER)
                        .optional("pid", INTEGER)
                        .run(StandIns::logLevel),
                CommandSpec.named("get_statistics")
                        .oneOrMore("statistics", TEXT)
                        .run(StandIns::statistics),
                CommandSpec.named("t_uac_dlg")
                        .param("method", TEXT)
                        .param("ruri", TEXT)
                        .param("headers", TEXT)
                        .namedOnly()
                        .run((call, reply) -> reply.ok()),
                CommandSpec.named("t_reply").param("code", INTEGER).namedOnly().run((call, reply) -> reply.ok()),
                CommandSpec.named("echo").repeated("values", ANY).run(StandIns::echo),
                CommandSpec.named("pair")
                        .param("a", ANY)
                        .param("b", ANY)
                        .or()
                        .param("a", ANY)
                        .param("c", ANY)
                        .run(StandIns::echo),
                CommandSpec.named("slow").blocking().run((call, reply) -> reply.ok()),
                CommandSpec.named("breaks").run((call, reply) -> {
                    reply.add("half an answer");
                    throw new IllegalStateException("broken on purpose");
                }),
                CommandSpec.named("fails").run((call, reply) -> {
                    reply.add("half an answer");
                    throw new Fault(480, "Temporarily Unavailable");
                }),
                CommandSpec.named("null").run((call, reply) -> {
                    throw new Fault(-32000, "Server error").withData("Command handler returned null");
                })));
    }

    private static void version(Call call, Reply reply) {
        boolean revision = call.args().hasNext();
        reply.struct(members -> {
            members.put("Server", "OpenSIPS (3.6.8 (x86_64/linux))");
            if (revision) {
                members.put("unknown", "unknown");
            }
        });
    }

    private static void unknown(Call call, Reply reply) {
        call.args().text();
        throw new Fault(404, "unknown MI command");
    }

    private static void logLevel(Call call, Reply reply) {
        long level = call.args().integer();
        if (call.args().hasNext()) {
            call.args().integer();
            throw Fault.badParameter(404, "Bad PID");
        }
        reply.struct(members -> members.put("New global log level", level));
    }

    private static void statistics(Call call, Reply reply) {
        Args args = call.args();
        reply.struct(members -> {
            while (args.hasNext()) {
                members.put("core:" + args.text(), 0);
            }
        });
    }

    private static void echo(Call call, Reply reply) {
        while (call.args().hasNext()) {
            reply.add(call.args().value());
        }
    }
}
