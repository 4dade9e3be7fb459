package org.wirechief.cli.call;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.words.ArgumentTyping;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// A method and its arguments.
record CallLine(String method, List<Value> args) {
    CallLine {
        args = List.copyOf(args);
    }

    /// @param words the method and what follows it, at least one
    static CallLine of(List<Octets> words) throws UsageError {
        List<Value> args = new ArrayList<>();
        for (Octets word : words.subList(1, words.size())) {
            args.add(ArgumentTyping.typed(word));
        }
        return new CallLine(words.getFirst().toString(), args);
    }
}
