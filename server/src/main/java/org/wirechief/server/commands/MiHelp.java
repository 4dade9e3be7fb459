package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Fault;
import org.wirechief.core.MiLookup;
import org.wirechief.core.MiNames;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Recipe;
import org.wirechief.core.Reply;

/// `which` and `help`: what can be asked here (spec mi-json §10, §16).
final class MiHelp {
    private static final String USAGE = "help mi_cmd - returns information about 'mi_cmd'";

    private final MiNames old;
    private final MiNames classic;
    private final MiNames modern;

    private MiHelp(Commands commands) {
        old = new MiNames(commands, MiNaming.V1);
        classic = new MiNames(commands, MiNaming.V3);
        modern = new MiNames(commands, MiNaming.V4);
    }

    static CommandSpec which(Commands commands) {
        MiHelp help = new MiHelp(commands);
        return BuiltIns.mi("which")
                .summary("Lists the commands, or the parameters a command takes.")
                .optional("command", TEXT)
                .withoutTextInput()
                .example("log_level")
                .run(help::which);
    }

    static CommandSpec help(Commands commands) {
        MiHelp help = new MiHelp(commands);
        return BuiltIns.mi("help")
                .summary("Says what a command does and who brings it.")
                .optional("mi_cmd", TEXT)
                .example("log_level")
                .run(help::help);
    }

    private MiNames names(Call call) {
        return switch (call.naming()) {
            case V1 -> old;
            case V3 -> classic;
            case V4 -> modern;
        };
    }

    private void which(Call call, Reply reply) {
        MiNames names = names(call);
        if (!call.args().hasNext()) {
            reply.lines(names.list());
            return;
        }
        Octets asked = call.args().octets();
        List<String> ofModule = ofModule(names, asked.toString());
        if (!ofModule.isEmpty()) {
            reply.lines(ofModule);
            return;
        }
        List<Recipe> recipes = find(names, asked).recipes().list();
        reply.array(all ->
                recipes.forEach(recipe -> all.array(one -> recipe.names().forEach(one::add))));
    }

    private static List<String> ofModule(MiNames names, String asked) {
        return asked.endsWith(":") ? names.listOf(asked.substring(0, asked.length() - 1)) : List.of();
    }

    private void help(Call call, Reply reply) {
        Octets asked = argument(call.args());
        if (asked.isEmpty()) {
            reply.inText(text -> text.struct(s -> s.put("Usage", USAGE)), other -> other.add("Usage: " + USAGE));
            return;
        }
        CommandSpec spec = find(names(call), asked);
        reply.struct(s -> {
            s.put("Help", spec.summary().isEmpty() ? "not available for this command" : spec.summary());
            s.put("Exported by", exporter(spec, call.naming()));
        });
    }

    private static String exporter(CommandSpec spec, MiNaming naming) {
        String canonical = spec.mi().canonical();
        return switch (naming) {
            case V1, V3 -> spec.mi().exporter();
            case V4 -> canonical.substring(0, canonical.indexOf(':'));
        };
    }

    private static Octets argument(Args args) {
        return args.hasNext() ? args.octets() : Octets.of("");
    }

    private static CommandSpec find(MiNames names, Octets asked) {
        return switch (names.find(asked)) {
            case MiLookup.Found(CommandSpec spec) -> spec;
            case MiLookup.Unknown _, MiLookup.Ambiguous _ -> throw new Fault(404, "unknown MI command");
        };
    }
}
