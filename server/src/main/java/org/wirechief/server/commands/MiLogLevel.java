package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.INTEGER;

import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.MiAge;
import org.wirechief.core.Reply;
import org.wirechief.core.Setting;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ServiceThread;

/// `log_level`: how much is logged, by all threads or by one (spec mi-text §6). OpenSIPS counts
/// from -3 (alert) over -1 (error), 1 (warning), 2 (notice), 3 (information) to 4 (debug), the
/// setting `server.log_level` from 0 to 7.
final class MiLogLevel {
    private static final int DEFAULT = 6;

    private final ServerState state;

    private MiLogLevel(ServerState state) {
        this.state = state;
    }

    static CommandSpec of(ServerState state) {
        return BuiltIns.mi("log_level")
                .access(Access.WRITE)
                .summary("Tells how much is logged, or sets it for all threads or one: 1 warnings, 3 normal, 4 debug.")
                .optional("level", INTEGER)
                .optional("pid", INTEGER)
                .example("3")
                .age(MiAge.SINCE_1_8)
                .run(new MiLogLevel(state)::run);
    }

    /// What it was called in 1.8, which knew one level for all.
    static CommandSpec debug(ServerState state) {
        return BuiltIns.mi("debug")
                .access(Access.WRITE)
                .summary("With text_profile 1.8, tells how much is logged, or sets it: 1 warnings, 3 normal, 4 debug.")
                .optional("level", INTEGER)
                .example("3")
                .age(MiAge.ONLY_1_8)
                .run(new MiLogLevel(state)::debug);
    }

    private void debug(Call call, Reply reply) {
        if (!call.args().hasNext()) {
            reply.struct(s -> s.put("DEBUG", counted(ofAll())));
            return;
        }
        long level = call.args().integer();
        state.settings().set("server", "log_level", Value.of(severity(level)));
        reply.struct(s -> s.put("DEBUG", level));
    }

    private void run(Call call, Reply reply) {
        Args args = call.args();
        if (!args.hasNext()) {
            table(reply);
            return;
        }
        long level = args.integer();
        long pid = args.hasNext() ? args.integer() : 0;
        if (pid == 0) {
            state.settings().set("server", "log_level", Value.of(severity(level)));
            reply.struct(s -> s.put("New global log level", level));
            return;
        }
        if (state.threads().stream().noneMatch(thread -> thread.tid() == pid)) {
            throw Fault.badParameter(400, "Bad parameter").withData("Bad PID");
        }
        state.logLevels().thread(pid, severity(level));
        reply.inText(
                text -> text.struct(s -> s.put("New log level", level)),
                other -> other.struct(s -> s.put("Log level", level)));
    }

    private int ofAll() {
        return state.settings()
                .find("server", "log_level")
                .map(Setting::current)
                .map(current -> (int) current.get().asLong())
                .orElse(DEFAULT);
    }

    private void table(Reply reply) {
        int ofAll = ofAll();
        reply.rows("Processes", "Process", rows -> {
            for (ServiceThread thread : state.threads()) {
                rows.row(row -> {
                    row.attr("PID", thread.tid());
                    row.attr("Log level", counted(state.logLevels().of(thread.tid(), ofAll)));
                    row.attr("Type", thread.description());
                });
            }
        });
    }

    /// What lies beyond the ends means the ends, as there.
    static int severity(long level) {
        if (level <= 0) {
            return (int) Math.max(level, -3) + (level == 0 ? 3 : 4);
        }
        return (int) Math.min(level, 4) + 3;
    }

    static int counted(int severity) {
        return severity >= 4 ? severity - 3 : Math.max(severity - 4, -3);
    }
}
