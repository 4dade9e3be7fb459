package org.wirechief.cli.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirechief.cli.call.Answer;
import org.wirechief.cli.call.CallLine;
import org.wirechief.cli.call.NoAnswer;
import org.wirechief.cli.call.Node;
import org.wirechief.cli.command.UsageError;
import org.wirechief.core.Value;

/// The words a node knows, for completion: its methods, and what `cfg` and `cnt` have, as kamcmd
/// asks for them (spec ctl §14.7). Immutable.
///
/// @param settings variables by group
/// @param counters names by group
record NodeWords(List<String> methods, Map<String, List<String>> settings, Map<String, List<String>> counters) {
    static final NodeWords NONE = new NodeWords(List.of(), Map.of(), Map.of());

    NodeWords {
        methods = List.copyOf(methods);
        settings = Map.copyOf(settings);
        counters = Map.copyOf(counters);
    }

    /// Asks a node, over a connection of its own. What it does not tell stays empty.
    static NodeWords of(String address, Duration timeout) {
        try (Node node = Node.connect(address, timeout)) {
            List<String> methods = texts(node, "system.listMethods");
            if (methods.isEmpty()) {
                return new NodeWords(texts(node, "which"), Map.of(), Map.of());
            }
            Map<String, List<String>> settings = methods.contains("cfg.list") ? settings(node) : Map.of();
            Map<String, List<String>> counters = methods.contains("cnt.var_list") ? counters(node) : Map.of();
            return new NodeWords(methods, settings, counters);
        } catch (UsageError | NoAnswer e) {
            return NONE;
        }
    }

    // group: variable
    private static Map<String, List<String>> settings(Node node) throws NoAnswer {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        for (String line : texts(node, "cfg.list")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                settings.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                        .add(line.substring(colon + 2));
            }
        }
        return settings;
    }

    private static Map<String, List<String>> counters(Node node) throws NoAnswer {
        Map<String, List<String>> counters = new LinkedHashMap<>();
        for (String group : texts(node, "cnt.grps_list")) {
            counters.put(group, texts(node, "cnt.var_list", Value.of(group)));
        }
        return counters;
    }

    private static List<String> texts(Node node, String method, Value... args) throws NoAnswer {
        return switch (node.call(new CallLine(method, List.of(args)))) {
            case Answer.Values(var values) ->
                values.stream().flatMap(NodeWords::scalars).toList();
            case Answer.Faulted _ -> List.of();
        };
    }

    private static java.util.stream.Stream<String> scalars(Value value) {
        return switch (value) {
            case Value.Text text -> java.util.stream.Stream.of(text.asText());
            case Value.Arr(var elements) -> elements.stream().flatMap(NodeWords::scalars);
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Blob _, Value.Struct _ ->
                java.util.stream.Stream.empty();
        };
    }
}
