package org.wirechief.cli.call;

import java.util.List;
import java.util.stream.Collectors;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.Dialect;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// What a node says of one of its methods: `system.methodHelp` or, in MI, `help`, and where that
/// has nothing `which`, whose answer is the lists of parameters it takes (spec mi-json §10).
///
/// @param mi whether the node is asked in MI
public record MethodQuestion(Octets method, boolean mi) {
    private static final Octets HELP = Octets.of("Help");
    private static final String NOTHING = "not available for this command";

    /// About a method of the node at an address.
    ///
    /// @throws UsageError when that is no address
    public static MethodQuestion of(Octets method, String address) throws UsageError {
        try {
            return new MethodQuestion(method, Dialect.of(address).isMi());
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /// Asks.
    ///
    /// @throws NoAnswer when there is none
    public Answer ask(Node node) throws NoAnswer {
        Answer help = node.call(line(mi ? "help" : "system.methodHelp"));
        if (!mi || tells(help)) {
            return help;
        }
        Answer recipes = node.call(line("which"));
        // in MI text it lists all commands, whatever it is asked
        return recipes instanceof Answer.Values(var values) && isRecipes(values) ? recipes : help;
    }

    private CallLine line(String command) {
        return new CallLine(command, List.of(new Value.Text(method)));
    }

    private static boolean tells(Answer help) {
        return help instanceof Answer.Values(var values) && !inWords(values).isEmpty();
    }

    private static boolean isRecipes(List<Value> values) {
        return values.size() == 1
                && values.getFirst() instanceof Value.Arr(var recipes)
                && recipes.stream().allMatch(Value.Arr.class::isInstance);
    }

    /// An answer in words, empty when there are none in it.
    public static String inWords(List<Value> values) {
        String text = values.isEmpty() ? "" : inWords(values.getFirst());
        return text.equals(NOTHING) ? "" : text;
    }

    private static String inWords(Value value) {
        return switch (value) {
            case Value.Text(Octets text) -> text.toString();
            case Value.Struct(var members) ->
                members.stream()
                        .filter(member -> member.name().equals(HELP))
                        .map(member -> inWords(member.value()))
                        .findFirst()
                        .orElse("");
            case Value.Arr(var recipes) ->
                recipes.stream().map(MethodQuestion::recipe).collect(Collectors.joining(" | ", "takes ", ""));
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Blob _ -> "";
        };
    }

    private static String recipe(Value recipe) {
        return recipe instanceof Value.Arr(var names) && !names.isEmpty()
                ? names.stream().map(MethodQuestion::inWords).collect(Collectors.joining(" "))
                : "nothing";
    }
}
