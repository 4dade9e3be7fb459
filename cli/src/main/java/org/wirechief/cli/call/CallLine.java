package org.wirechief.cli.call;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.words.ArgumentTyping;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// A method and its arguments.
public record CallLine(String method, List<Value> args) {
    public CallLine {
        args = List.copyOf(args);
    }

    /// Types the arguments as kamcmd does.
    ///
    /// @param words the method and what follows it, at least one
    /// @throws UsageError when a prefix promises what the word is not
    public static CallLine of(List<Octets> words) throws UsageError {
        List<Value> args = new ArrayList<>();
        for (Octets word : words.subList(1, words.size())) {
            args.add(ArgumentTyping.typed(word));
        }
        return new CallLine(words.getFirst().toString(), args);
    }
}
