package org.wirechief.it.standin;

import static org.wirechief.core.ParamType.ANY;
import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import java.util.function.Function;
import org.wirechief.core.Args;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.ParamType;
import org.wirechief.core.Reply;
import org.wirechief.core.Value;
import org.wirechief.core.Vocabulary;
import org.wirechief.it.standin.Settings.Name;

/// The `cfg.*` that act at once (spec ctl §13.2).
final class SettingCommands {
    private SettingCommands() {}

    static List<CommandSpec> of(Settings settings) {
        return List.of(
                rpc("cfg.list").optional("group", TEXT).run((call, reply) -> list(settings, call.args(), reply)),
                rpc("cfg.get")
                        .param("group", TEXT)
                        .optional("variable", TEXT)
                        .run((call, reply) -> get(settings, call.args(), reply)),
                rpc("cfg.help")
                        .param("group", TEXT)
                        .param("variable", TEXT)
                        .run((call, reply) -> help(settings, call.args(), reply)),
                set(settings, "cfg.set", ANY, SettingCommands::integerOrText),
                set(settings, "cfg.seti", INTEGER, args -> Value.of(args.integer())),
                set(settings, "cfg.sets", TEXT, args -> new Value.Text(args.octets())),
                set(settings, "cfg.set_now_int", INTEGER, args -> Value.of(args.integer())),
                set(settings, "cfg.set_now_string", TEXT, args -> new Value.Text(args.octets())),
                rpc("cfg.del").param("group[id]", TEXT).param("variable", TEXT).run((call, _) -> {
                    Args args = call.args();
                    String group = args.text();
                    args.text();
                    if (!group.matches(".+\\[\\d+]")) {
                        throw new Fault(400, "Wrong group syntax. Use \"group[id]\"");
                    }
                    throw new Fault(400, "Failed to delete the value");
                }));
    }

    private static CommandDraft rpc(String name) {
        return CommandSpec.named(name).vocabulary(Vocabulary.RPC);
    }

    private static CommandSpec set(Settings settings, String name, ParamType type, Function<Args, Value> value) {
        return rpc(name)
                .param("group", TEXT)
                .param("variable", TEXT)
                .param("value", type)
                .run((call, _) -> {
                    Args args = call.args();
                    if (!settings.change(name(args), value.apply(args))) {
                        throw new Fault(400, "Failed to set the variable");
                    }
                });
    }

    /// An integer if it can be read as one, otherwise text: the argument is asked for twice.
    static Value integerOrText(Args args) {
        try {
            return Value.of(args.integer());
        } catch (Fault noInteger) {
            return new Value.Text(args.octets());
        }
    }

    /// A group, with or without the number of an instance, and a variable of it.
    static Name name(Args args) {
        String group = group(args);
        return new Name(group, args.text());
    }

    private static String group(Args args) {
        String group = args.text();
        if (group.contains("[") && !group.matches(".+\\[\\d+]")) {
            throw new Fault(400, "Wrong group syntax. Use either \"group\", or \"group[id]\"");
        }
        return group;
    }

    private static void list(Settings settings, Args args, Reply reply) {
        String only = args.hasNext() ? args.text() : "";
        settings.names().stream()
                .filter(name -> only.isEmpty() || name.group().equals(only))
                .forEach(name -> reply.line(name.group() + ": " + name.variable()));
    }

    private static void get(Settings settings, Args args, Reply reply) {
        String group = group(args);
        if (args.hasNext()) {
            Value value = settings.get(new Name(group, args.text()))
                    .orElseThrow(() -> new Fault(400, "Failed to get the variable"));
            reply.add(value);
            return;
        }
        reply.struct(s -> settings.names().stream()
                .filter(name -> name.group().equals(group))
                .forEach(name -> settings.get(name).ifPresent(value -> s.put(name.variable(), value))));
    }

    private static void help(Settings settings, Args args, Reply reply) {
        Name name = name(args);
        Value value = settings.get(name).orElseThrow(() -> new Fault(400, "Failed to get the variable"));
        reply.add("Sets " + name.variable() + ".");
        reply.line("(parameter type is " + (value instanceof Value.Text ? "string" : "integer") + ")");
    }
}
