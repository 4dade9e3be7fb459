package org.wirechief.it.standin;

import static org.wirechief.core.ParamType.ANY;
import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import java.util.function.Function;
import org.wirechief.core.Args;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.ParamType;
import org.wirechief.core.Value;
import org.wirechief.core.Vocabulary;

/// The `cfg.*` that change nothing until they are committed (spec ctl §13.2).
final class DelayedSettingCommands {
    private DelayedSettingCommands() {}

    static List<CommandSpec> of(Settings settings) {
        return List.of(
                set(settings, "cfg.set_delayed", ANY, SettingCommands::integerOrText),
                set(settings, "cfg.set_delayed_int", INTEGER, args -> Value.of(args.integer())),
                set(settings, "cfg.set_delayed_string", TEXT, args -> new Value.Text(args.octets())),
                CommandSpec.named("cfg.diff")
                        .vocabulary(Vocabulary.RPC)
                        .run((_, reply) ->
                                settings.waiting().forEach(change -> reply.struct(s -> describe(change, s)))),
                CommandSpec.named("cfg.commit").vocabulary(Vocabulary.RPC).run((_, _) -> settings.commit()),
                CommandSpec.named("cfg.rollback").vocabulary(Vocabulary.RPC).run((_, _) -> settings.rollback()));
    }

    private static CommandSpec set(Settings settings, String name, ParamType type, Function<Args, Value> value) {
        return CommandSpec.named(name)
                .vocabulary(Vocabulary.RPC)
                .param("group", TEXT)
                .param("variable", TEXT)
                .param("value", type)
                .run((call, _) -> {
                    Args args = call.args();
                    if (!settings.changeLater(SettingCommands.name(args), value.apply(args))) {
                        throw new Fault(400, "Failed to set the variable");
                    }
                });
    }

    private static void describe(Settings.Change change, Members s) {
        s.put("group name", change.name().group());
        s.put("variable name", change.name().variable());
        s.put(Octets.of("old value"), change.before());
        s.put(Octets.of("new value"), change.after());
    }
}
