package org.wirechief.cli.shell;

import java.util.List;
import java.util.stream.Stream;
import org.wirechief.cli.call.Answer;
import org.wirechief.cli.call.CallLine;
import org.wirechief.cli.call.NoAnswer;
import org.wirechief.cli.call.Node;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.words.NodeWords;
import org.wirechief.client.ConnectOptions;
import org.wirechief.core.Value;

/// What is known of the node at an address while lines are typed: its words, once it has told them,
/// and what it says of its methods.
final class KnownNode {
    private final String address;
    private final MethodHelp help;
    private volatile NodeWords words = NodeWords.NONE;

    private KnownNode(String address, ConnectOptions connecting) {
        this.address = address;
        this.help = new MethodHelp(address, connecting);
    }

    /// Asks for its words in the background, over a connection of its own.
    static KnownNode ask(String address, ConnectOptions connecting) {
        var node = new KnownNode(address, connecting);
        Thread.startVirtualThread(() -> node.words = words(address, connecting));
        return node;
    }

    private static NodeWords words(String address, ConnectOptions connecting) {
        try (Node node = Node.connect(address, connecting)) {
            NodeWords words = NodeWords.of((method, args) -> texts(node, method, args));
            // a node in MI has another word for it
            return words.methods().isEmpty()
                    ? new NodeWords(texts(node, "which"), words.settings(), words.counters())
                    : words;
        } catch (UsageError | NoAnswer e) {
            return NodeWords.NONE;
        }
    }

    private static List<String> texts(Node node, String method, Value... args) throws NoAnswer {
        return switch (node.call(new CallLine(method, List.of((Object[]) args)))) {
            case Answer.Values(var values) ->
                values.stream().flatMap(KnownNode::texts).toList();
            case Answer.Faulted _ -> List.of();
        };
    }

    private static Stream<String> texts(Value value) {
        return switch (value) {
            case Value.Text text -> Stream.of(text.asText());
            case Value.Arr(var elements) -> elements.stream().flatMap(KnownNode::texts);
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Blob _, Value.Struct _ -> Stream.empty();
        };
    }

    String address() {
        return address;
    }

    /// Those it has told by now.
    NodeWords words() {
        return words;
    }

    /// What it says of a method, in a line; empty while that is not known.
    String help(String method) {
        return words.methods().contains(method) ? help.of(method) : "";
    }
}
