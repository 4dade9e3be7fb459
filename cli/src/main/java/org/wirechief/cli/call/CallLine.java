package org.wirechief.cli.call;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.words.ArgumentTyping;
import org.wirechief.cli.words.NamedWord;
import org.wirechief.client.Dialect;
import org.wirechief.client.NamedArgument;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// A method and its arguments.
///
/// @param args as [org.wirechief.client.Client#call] takes them
public record CallLine(String method, List<Object> args) {
    public CallLine {
        args = List.copyOf(args);
    }

    /// Types the arguments as kamcmd does or, for a node that speaks MI, as OpenSIPS's own command
    /// line: as text, and by name where every one has a name and the language knows names.
    ///
    /// @param words the method and what follows it, at least one
    /// @param address of the node
    /// @throws UsageError when a prefix promises what the word is not, or that is no address
    public static CallLine of(List<Octets> words, String address) throws UsageError {
        List<Octets> rest = words.subList(1, words.size());
        boolean mi = dialect(address).isMi();
        List<NamedWord> named = mi ? NamedWord.all(rest) : List.of();
        List<Object> args = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            Octets word = rest.get(i);
            Value value = mi ? ArgumentTyping.textual(word) : ArgumentTyping.typed(word);
            args.add(named.isEmpty() ? value : named(named.get(i), value));
        }
        return new CallLine(words.getFirst().toString(), args);
    }

    private static NamedArgument named(NamedWord word, Value whole) throws UsageError {
        return new NamedArgument(word.name(), ArgumentTyping.textual(word.value()), whole);
    }

    private static Dialect dialect(String address) throws UsageError {
        try {
            return Dialect.of(address);
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }
}
