package org.wirechief.cli.kamcmd;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.wirechief.cli.words.NodeWords;

/// What kamcmd completes at a place of a line (spec ctl §14.7, `kamcmd_interactive`): less than
/// `chief shell` does. Pure.
///
/// @param known the words of the node
record KamcmdCompletion(NodeWords known) {
    /// `h` is no builtin.
    private static final Set<String> ABOUT_COMMANDS =
            Set.of("?", "h", "help", "system.methodSignature", "system.methodHelp");

    private static final Set<String> SETTINGS = Set.of(
            "cfg.get",
            "cfg.help",
            "cfg.set_now_int",
            "cfg.set_now_string",
            "cfg.set_delayed_int",
            "cfg.set_delayed_string");
    private static final Set<String> COUNTER_GROUPS =
            Set.of("cnt.get", "cnt.get_raw", "cnt.grp_get_all", "cnt.reset", "cnt.var_list", "cnt.help");
    private static final Set<String> COUNTERS = Set.of("cnt.get", "cnt.get_raw", "cnt.reset", "cnt.help");

    /// Every word that may stand there, whatever was begun.
    ///
    /// @param before the whole words before it
    List<String> after(List<String> before) {
        return switch (before.size()) {
            case 0 -> commands();
            case 1 -> firstArgument(before.getFirst());
            case 2 -> secondArgument(before.getFirst(), before.getLast());
            default -> List.of();
        };
    }

    private List<String> commands() {
        Stream<String> aliases = Alias.ALL.stream().map(Alias::name);
        Stream<String> builtins = Arrays.stream(Builtin.values()).map(Builtin::word);
        return Stream.of(aliases, builtins, known.methods().stream())
                .flatMap(words -> words)
                .distinct()
                .toList();
    }

    private List<String> firstArgument(String command) {
        if (ABOUT_COMMANDS.contains(command)) {
            return commands();
        }
        if (SETTINGS.contains(command)) {
            return known.settings().keySet().stream().sorted().toList();
        }
        return COUNTER_GROUPS.contains(command)
                ? known.counters().keySet().stream().sorted().toList()
                : List.of();
    }

    private List<String> secondArgument(String command, String group) {
        if (SETTINGS.contains(command)) {
            return known.settings().getOrDefault(group, List.of());
        }
        return COUNTERS.contains(command) ? known.counters().getOrDefault(group, List.of()) : List.of();
    }
}
