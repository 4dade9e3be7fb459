package org.wirechief.cli.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.call.Answer;
import org.wirechief.cli.call.MethodQuestion;
import org.wirechief.cli.call.NoAnswer;
import org.wirechief.cli.call.Node;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.ConnectOptions;
import org.wirechief.core.Octets;

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
            return switch (MethodQuestion.of(Octets.of(method), address).ask(node)) {
                case Answer.Values(var values) -> line(MethodQuestion.inWords(values));
                case Answer.Faulted _ -> "";
            };
        } catch (UsageError | NoAnswer e) {
            return "";
        }
    }

    private static String line(String text) {
        String line = text.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
