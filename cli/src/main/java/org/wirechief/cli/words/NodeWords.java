package org.wirechief.cli.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirechief.core.Value;

/// The words a node knows, for completion: its methods, and what `cfg` and `cnt` have, as kamcmd
/// asks for them (spec ctl §14.7). Immutable.
///
/// @param settings variables by group
/// @param counters names by group
public record NodeWords(List<String> methods, Map<String, List<String>> settings, Map<String, List<String>> counters) {
    public static final NodeWords NONE = new NodeWords(List.of(), Map.of(), Map.of());

    /// A node that can be asked.
    @FunctionalInterface
    public interface Node<E extends Exception> {
        /// The texts in what a method answers, one after the other; none when that is a fault.
        ///
        /// @throws E when there is no answer
        List<String> texts(String method, Value... args) throws E;
    }

    public NodeWords {
        methods = List.copyOf(methods);
        settings = Map.copyOf(settings);
        counters = Map.copyOf(counters);
    }

    /// Asks a node for all of them.
    ///
    /// @throws E when it gives one no answer
    public static <E extends Exception> NodeWords of(Node<E> node) throws E {
        List<String> methods = node.texts("system.listMethods");
        Map<String, List<String>> settings = methods.contains("cfg.list") ? settings(node) : Map.of();
        Map<String, List<String>> counters = methods.contains("cnt.grps_list") ? counters(node) : Map.of();
        return new NodeWords(methods, settings, counters);
    }

    // group: variable
    private static <E extends Exception> Map<String, List<String>> settings(Node<E> node) throws E {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        for (String line : node.texts("cfg.list")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                settings.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                        .add(line.substring(colon + 2));
            }
        }
        return settings;
    }

    private static <E extends Exception> Map<String, List<String>> counters(Node<E> node) throws E {
        Map<String, List<String>> counters = new LinkedHashMap<>();
        for (String group : node.texts("cnt.grps_list")) {
            counters.put(group, node.texts("cnt.var_list", Value.of(group)));
        }
        return counters;
    }
}
