package org.wirechief.wire.jsonrpc;

import java.util.List;
import org.wirechief.core.CommandSpec;

/// What a method's name means to the server that was asked.
public sealed interface JsonRpcMethod {
    record Known(CommandSpec spec) implements JsonRpcMethod {}

    record Unknown() implements JsonRpcMethod {}

    /// Several commands answer to it (spec mi-json §16).
    ///
    /// @param names what to call them by instead
    record Ambiguous(List<String> names) implements JsonRpcMethod {
        public Ambiguous {
            names = List.copyOf(names);
        }
    }
}
