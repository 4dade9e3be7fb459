package org.wirechief.cli.call;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.words.ArgumentTyping;
import org.wirechief.cli.words.NamedWord;
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
    /// @throws UsageError when a prefix promises what the word is not
    public static CallLine of(List<Octets> words, String address) throws UsageError {
        List<Octets> rest = words.subList(1, words.size());
        List<NamedWord> named =
                begins(address, "fifo:") || begins(address, "mi:json:") ? NamedWord.all(rest) : List.of();
        boolean mi = begins(address, "fifo:") || begins(address, "mi:");
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

    private static boolean begins(String address, String scheme) {
        return address.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
