package org.wirechief.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wirechief.cli.output.Layout;
import org.wirechief.cli.words.NodeWords;

/// What may stand at a place of a line (spec ctl §14.7). Pure.
///
/// @param known the words of the node
record Completion(NodeWords known) {
    private static final Set<String> ABOUT_METHODS = Set.of("help", "system.methodHelp", "system.methodSignature");
    private static final Set<String> SETTINGS = Set.of(
            "cfg.get",
            "cfg.help",
            "cfg.set",
            "cfg.seti",
            "cfg.sets",
            "cfg.set_now_int",
            "cfg.set_now_string",
            "cfg.set_delayed",
            "cfg.set_delayed_int",
            "cfg.set_delayed_string",
            "cfg.del",
            "cfg.del_delayed");
    private static final Set<String> WHOLE_SETTING_GROUPS = Set.of("cfg.list", "cfg.reset");
    private static final Set<String> COUNTERS = Set.of("cnt.get", "cnt.get_raw", "cnt.reset", "cnt.help");
    private static final Set<String> WHOLE_COUNTER_GROUPS =
            Set.of("cnt.var_list", "cnt.list_vars", "cnt.grp_get_all", "cnt.get_vars");

    /// Every word that may stand there, whatever was begun.
    ///
    /// @param before the whole words before it
    List<String> after(List<String> before) {
        if (before.isEmpty()) {
            return Stream.concat(Arrays.stream(OwnCommand.values()).map(OwnCommand::word), known.methods().stream())
                    .toList();
        }
        String first = before.getFirst();
        if (first.equals(OwnCommand.WATCH.word())) {
            return before.size() < 2 ? List.of() : methodsOr(before.subList(2, before.size()));
        }
        if (first.equals(OwnCommand.OUTPUT.word())) {
            return before.size() == 1 ? Layout.words() : List.of();
        }
        return arguments(first, before.subList(1, before.size()));
    }

    private List<String> methodsOr(List<String> before) {
        return before.isEmpty() ? known.methods() : arguments(before.getFirst(), before.subList(1, before.size()));
    }

    private List<String> arguments(String method, List<String> before) {
        return switch (before.size()) {
            case 0 -> firstArgument(method);
            case 1 -> secondArgument(method, before.getFirst());
            default -> List.of();
        };
    }

    private List<String> firstArgument(String method) {
        if (ABOUT_METHODS.contains(method)) {
            return known.methods();
        }
        if (SETTINGS.contains(method) || WHOLE_SETTING_GROUPS.contains(method)) {
            return sorted(known.settings());
        }
        return COUNTERS.contains(method) || WHOLE_COUNTER_GROUPS.contains(method)
                ? sorted(known.counters())
                : List.of();
    }

    private List<String> secondArgument(String method, String group) {
        if (SETTINGS.contains(method)) {
            return known.settings().getOrDefault(group, List.of());
        }
        return COUNTERS.contains(method) ? known.counters().getOrDefault(group, List.of()) : List.of();
    }

    private static List<String> sorted(Map<String, List<String>> groups) {
        List<String> names = new ArrayList<>(groups.keySet());
        names.sort(null);
        return names;
    }
}
