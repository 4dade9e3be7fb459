package org.wirechief.core;

import java.util.List;

/// What a name means to a caller of MI.
public sealed interface MiLookup {
    /// This command.
    record Found(CommandSpec spec) implements MiLookup {}

    /// None.
    record Unknown() implements MiLookup {}

    /// One of several, by their names of 4.0 in the order they were added; JSON-RPC answers -32001
    /// `Method ambiguous`.
    record Ambiguous(List<String> names) implements MiLookup {
        public Ambiguous {
            names = List.copyOf(names);
        }

        /// What the error carries as data, `supported names: tcp:list, evi:list`.
        public String data() {
            return "supported names: " + String.join(", ", names);
        }
    }
}
