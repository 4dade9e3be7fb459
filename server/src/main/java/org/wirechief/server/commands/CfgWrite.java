package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.ANY;
import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Fault;
import org.wirechief.core.ParamType;
import org.wirechief.core.Settings;
import org.wirechief.core.Value;

/// The `cfg.*` commands that change settings (spec ctl §13.2).
final class CfgWrite {
    private CfgWrite() {}

    static List<CommandSpec> of(Settings settings) {
        Change now = settings::set;
        Change later = settings::delay;
        return List.of(
                set("cfg.set", ANY, now),
                set("cfg.seti", INTEGER, now),
                set("cfg.sets", TEXT, now),
                set("cfg.set_now_int", INTEGER, now),
                set("cfg.set_now_string", TEXT, now),
                set("cfg.set_delayed", ANY, later),
                set("cfg.set_delayed_int", INTEGER, later),
                set("cfg.set_delayed_string", TEXT, later),
                commit(settings),
                write("cfg.rollback").summary("Forgets the delayed changes.").run((_, _) -> settings.rollback()),
                reset(settings),
                deleting(settings, "cfg.del"),
                deleting(settings, "cfg.del_delayed"),
                withInstance("cfg.add_group_inst")
                        .run((call, _) -> refuse(settings, call.args().text(), "Failed to add the group instance")),
                withInstance("cfg.del_group_inst")
                        .run((call, _) -> refuse(settings, call.args().text(), "Failed to delete the group instance")));
    }

    /// Changes a setting; false when there is none of that name.
    private interface Change {
        boolean apply(String group, String name, Value value);
    }

    private static CommandDraft write(String name) {
        return BuiltIns.rpc(name).access(Access.WRITE);
    }

    private static CommandSpec set(String command, ParamType type, Change change) {
        boolean delayed = command.startsWith("cfg.set_delayed");
        return write(command)
                .summary(delayed ? "Lets a new value wait for cfg.commit." : "Gives a setting a new value now.")
                .param("group", TEXT)
                .param("name", TEXT)
                .param("value", type)
                .example(type == TEXT ? "server log_level s:7" : "server log_level 7")
                .run((call, _) -> set(call, type, change));
    }

    private static void set(Call call, ParamType type, Change change) {
        Args args = call.args();
        CfgGroup group = CfgGroup.next(args);
        String name = args.text();
        Value value = value(args, type);
        try {
            if (!group.isWhole() || !change.apply(group.name(), name, value)) {
                throw new Fault(400, "Failed to set the variable");
            }
        } catch (ConfigError e) {
            throw new Fault(400, "Failed to set the variable: " + e.getMessage());
        }
    }

    /// Where both are taken an integer is tried first, then text; the fault of the second try is
    /// the answer (`structparams/cfg-set-missing`).
    private static Value value(Args args, ParamType type) {
        if (type == TEXT) {
            return new Value.Text(args.octets());
        }
        try {
            return Value.of(args.integer());
        } catch (Fault noInteger) {
            if (type == INTEGER || !noInteger.isAboutArgument()) {
                throw noInteger;
            }
            return new Value.Text(args.octets());
        }
    }

    private static CommandSpec commit(Settings settings) {
        return write("cfg.commit")
                .summary("Puts all delayed changes into effect, or none when one cannot be.")
                .run((_, _) -> {
                    try {
                        settings.commit();
                    } catch (ConfigError e) {
                        throw new Fault(400, "Failed to commit the changes: " + e.getMessage());
                    }
                });
    }

    private static CommandSpec reset(Settings settings) {
        return write("cfg.reset")
                .summary("Gives all settings of a group the values they had at the start.")
                .param("group", TEXT)
                .example("server")
                .run((call, _) -> {
                    // An unknown group, and an unknown instance, has nothing to reset.
                    CfgGroup group = CfgGroup.next(call.args());
                    if (group.isWhole()) {
                        settings.reset(group.name());
                    }
                });
    }

    private static CommandSpec deleting(Settings settings, String command) {
        return withInstance(command)
                .param("name", TEXT)
                .example("server[1] log_level")
                .run((call, _) -> {
                    String group = call.args().text();
                    call.args().text();
                    refuse(settings, group, "Failed to delete the value");
                });
    }

    private static CommandDraft withInstance(String command) {
        return write(command)
                .summary("Answers a fault: the settings of this server have no group instances.")
                .param("group", TEXT)
                .example("server[1]");
    }

    /// Groups of this server have no instances, so there is never one to change.
    private static void refuse(Settings settings, String name, String failure) {
        CfgGroup group = CfgGroup.withId(name);
        boolean known = !settings.list(group.name()).isEmpty();
        throw new Fault(400, known ? failure + ": group " + group.name() + " has no instances" : failure);
    }
}
