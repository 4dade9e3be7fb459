package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Reply;
import org.wirechief.server.log.LogConsumer;

/// `log_mute_state` and `log_level_filter`: who gets the lines of the log (spec mi-json §10).
/// Levels are counted as [MiLogLevel] does; 0 filters nothing.
final class MiLogConsumers {
    private static final int ALL = 7;

    private final List<LogConsumer> consumers;

    private MiLogConsumers(List<LogConsumer> consumers) {
        this.consumers = consumers;
    }

    static List<CommandSpec> of(List<LogConsumer> consumers) {
        var commands = new MiLogConsumers(consumers);
        return List.of(
                about("log_level_filter", "Tells up to which level stderror or event get what is logged, or sets it.")
                        .optional("level_filter", INTEGER)
                        .example("stderror 1")
                        .run(commands::filter),
                about("log_mute_state", "Tells whether stderror or event get nothing of what is logged, or sets it.")
                        .optional("mute_state", INTEGER)
                        .example("stderror")
                        .run(commands::mute));
    }

    private static CommandDraft about(String name, String summary) {
        return BuiltIns.mi(name).access(Access.WRITE).summary(summary).param("consumer", TEXT);
    }

    private LogConsumer consumer(Args args) {
        String name = args.text();
        return consumers.stream()
                .filter(consumer -> consumer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(404, "Unknown log consumer"));
    }

    private void filter(Call call, Reply reply) {
        LogConsumer consumer = consumer(call.args());
        if (!call.args().hasNext()) {
            int most = consumer.most();
            reply.struct(s -> s.put("Log level filter", most == ALL ? 0 : MiLogLevel.counted(most)));
            return;
        }
        long level = call.args().integer();
        consumer.most(level == 0 ? ALL : MiLogLevel.severity(level));
        reply.ok();
    }

    private void mute(Call call, Reply reply) {
        LogConsumer consumer = consumer(call.args());
        if (!call.args().hasNext()) {
            reply.struct(s -> s.put("mute state", consumer.isMuted() ? 1 : 0));
            return;
        }
        consumer.mute(call.args().integer() != 0);
        reply.ok();
    }
}
