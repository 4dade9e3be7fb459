package org.wirechief.cli.call;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.words.ArgumentTyping;
import org.wirechief.cli.words.NamedWord;
import org.wirechief.client.Dialect;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// A method and its arguments.
public record CallLine(String method, List<Value> args) {
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
        Dialect dialect = dialect(address);
        List<NamedWord> named = dialect.hasNames() ? NamedWord.all(rest) : List.of();
        boolean mi = dialect.isMi();
        List<Value> args = new ArrayList<>();
        if (named.isEmpty()) {
            for (Octets word : rest) {
                args.add(mi ? ArgumentTyping.textual(word) : ArgumentTyping.typed(word));
            }
        } else {
            List<Value.Member> members = new ArrayList<>();
            for (NamedWord word : named) {
                members.add(new Value.Member(word.name(), ArgumentTyping.textual(word.value())));
            }
            args.add(new Value.Struct(members));
        }
        return new CallLine(words.getFirst().toString(), args);
    }

    /// Asks a node about one of its methods.
    ///
    /// @throws UsageError when that is no address
    public static CallLine help(String method, String address) throws UsageError {
        return new CallLine(
                dialect(address).isMi() ? "help" : "system.methodHelp", List.of(new Value.Text(Octets.of(method))));
    }

    private static Dialect dialect(String address) throws UsageError {
        try {
            return Dialect.of(address);
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }
}
