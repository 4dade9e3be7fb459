package org.wirechief.client;

import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// An argument that says which parameter it is for, where a node may be one that knows names
/// (JSON-RPC) or one that does not. Of a call all arguments have names, or none has.
///
/// ```java
/// node.call("log_level", NamedArgument.of("level", "3"))
/// ```
///
/// @param name of the parameter
/// @param value for it
/// @param otherwise the argument where they go by position only
public record NamedArgument(Octets name, Value value, Value otherwise) {
    /// One that is the text `name=value` where arguments go by position.
    public static NamedArgument of(String name, String value) {
        return new NamedArgument(Octets.of(name), Value.of(value), Value.of(name + "=" + value));
    }

    /// Structs name what is in them.
    Value named() {
        return new Value.Struct(List.of(new Value.Member(name, value)));
    }
}
