package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import java.util.Locale;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.Reply;
import org.wirechief.core.Setting;
import org.wirechief.core.Settings;
import org.wirechief.core.Value;

/// `cfg.list`, `cfg.get`, `cfg.help`, `cfg.diff`: what the settings are (spec ctl §13.2).
final class CfgRead {
    private CfgRead() {}

    static List<CommandSpec> of(Settings settings) {
        return List.of(list(settings), get(settings), help(settings), diff(settings));
    }

    private static CommandSpec list(Settings settings) {
        return BuiltIns.rpc("cfg.list")
                .summary("Lists the settings, of all groups or of one.")
                .optional("group", TEXT)
                .run((call, reply) -> {
                    String group = OptionalText.next(call.args(), "");
                    List<Setting> some = group.isEmpty() ? settings.list() : settings.list(group);
                    some.forEach(s -> reply.line(s.group() + ": " + s.name()));
                });
    }

    private static CommandSpec get(Settings settings) {
        return BuiltIns.rpc("cfg.get")
                .summary("Tells the value of a setting, or of all settings of a group.")
                .param("group", TEXT)
                .optional("name", TEXT)
                .example("server log_level")
                .run((call, reply) -> get(settings, call, reply));
    }

    private static void get(Settings settings, Call call, Reply reply) {
        String group;
        String name;
        try {
            group = call.args().text();
            name = call.args().hasNext() ? call.args().text() : "";
        } catch (Fault fault) {
            throw fault.isAboutArgument() ? new Fault(500, "Failed to get the parameters") : fault;
        }
        if (name.isEmpty()) {
            List<Setting> some = ofGroup(settings, CfgGroup.of(group));
            reply.struct(s -> members(some, s));
        } else {
            reply.add(readable(find(settings, CfgGroup.of(group), name)));
        }
    }

    /// An unknown group has none (`faults/cfg-bad-group-only`).
    private static List<Setting> ofGroup(Settings settings, CfgGroup group) {
        List<Setting> some = settings.list(group.name());
        if (!group.isWhole() && !some.isEmpty()) {
            throw new Fault(400, "Failed to get the variable");
        }
        return some;
    }

    private static void members(List<Setting> settings, Members members) {
        for (Setting setting : settings) {
            Value value = setting.current().get();
            if (!(value instanceof Value.Nil)) {
                members.put(setting.name(), value);
            }
        }
    }

    private static Value readable(Setting setting) {
        Value value = setting.current().get();
        if (value instanceof Value.Nil) {
            throw new Fault(400, "Failed to get the variable");
        }
        return value;
    }

    private static CommandSpec help(Settings settings) {
        return BuiltIns.rpc("cfg.help")
                .summary("Says what a setting does and what it takes.")
                .param("group", TEXT)
                .param("name", TEXT)
                .example("server log_level")
                .run((call, reply) -> {
                    Args args = call.args();
                    Setting setting = settings.find(args.text(), args.text())
                            .orElseThrow(() -> new Fault(400, "Failed to get the variable description"));
                    reply.add(setting.summary());
                    reply.line("(parameter type is " + kind(setting) + ")");
                });
    }

    private static String kind(Setting setting) {
        return switch (setting.type()) {
            case INTEGER -> Setting.Type.INTEGER.name().toLowerCase(Locale.ROOT);
            case TEXT -> "string";
        };
    }

    private static CommandSpec diff(Settings settings) {
        return BuiltIns.rpc("cfg.diff")
                .summary("Lists the delayed changes that wait for cfg.commit.")
                .run((_, reply) -> settings.pending()
                        .forEach(change -> reply.struct(s -> {
                            s.put("group name", change.setting().group());
                            s.put("variable name", change.setting().name());
                            s.put("old value", change.old());
                            s.put("new value", change.next());
                        })));
    }

    private static Setting find(Settings settings, CfgGroup group, String name) {
        if (group.isWhole()) {
            return settings.find(group.name(), name).orElseThrow(() -> new Fault(400, "Failed to get the variable"));
        }
        throw new Fault(400, "Failed to get the variable");
    }
}
