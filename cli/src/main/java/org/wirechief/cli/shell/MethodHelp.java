package org.wirechief.cli.shell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.call.Answer;
import org.wirechief.cli.call.CallLine;
import org.wirechief.cli.call.NoAnswer;
import org.wirechief.cli.call.Node;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.ConnectOptions;
import org.wirechief.core.Value;

/// What a node says of its methods, in a line, asked for in the background while a line is typed
/// and kept. Safe for use by several threads.
final class MethodHelp {
    private static final int LONGEST = 120;

    private final String address;
    private final ConnectOptions connecting;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    MethodHelp(String address, ConnectOptions connecting) {
        this.address = address;
        this.connecting = connecting;
    }

    /// What is known now; a method that is not yet gets asked about.
    ///
    /// @return empty when there is nothing to show
    String of(String method) {
        @Nullable String line = known.putIfAbsent(method, "");
        if (line == null) {
            Thread.startVirtualThread(() -> known.put(method, ask(method)));
            return "";
        }
        return line;
    }

    private String ask(String method) {
        try (Node node = Node.connect(address, connecting)) {
            return switch (node.call(new CallLine("system.methodHelp", List.of(Value.of(method))))) {
                case Answer.Values(var values) when !values.isEmpty() -> line(values.getFirst());
                case Answer.Values _, Answer.Faulted _ -> "";
            };
        } catch (UsageError | NoAnswer e) {
            return "";
        }
    }

    private static String line(Value value) {
        String text = value instanceof Value.Text ? value.asText() : "";
        String line = text.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
