package org.wirechief.wire.jsonrpc;

import java.util.List;
import org.wirechief.core.Value;

/// The arguments of a call, as a client gives them.
public sealed interface JsonRpcParams {
    /// In the order of the command's parameters.
    record Positional(List<Value> values) implements JsonRpcParams {
        public Positional {
            values = List.copyOf(values);
        }
    }

    /// By the names of the command's parameters, in any order.
    record Named(List<Value.Member> members) implements JsonRpcParams {
        public Named {
            members = List.copyOf(members);
        }
    }

    /// None.
    JsonRpcParams NONE = new Positional(List.of());
}
