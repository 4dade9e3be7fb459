package org.wirechief.wire.jsonrpc;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;
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

    /// The arguments of a call as values. Structs, when there is nothing else, name theirs; else
    /// they go by position. For commands of OpenSIPS that end with a list, such as
    /// `get_statistics`, all that belongs to it goes into one array, unless it is one; named, the
    /// words of its text do.
    static JsonRpcParams of(Octets method, List<Value> args) {
        List<Value.Member> named = new ArrayList<>();
        for (Value arg : args) {
            if (!(arg instanceof Value.Struct(List<Value.Member> members))) {
                return new Positional(ListParameters.gathered(method, args));
            }
            named.addAll(members);
        }
        return new Named(ListParameters.named(method, named));
    }

    /// None.
    JsonRpcParams NONE = new Positional(List.of());
}
