package org.wirechief.wire.binrpc;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// One record of an answer, as tools show them one a line: a struct or array is what opens it, what
/// is in it, and what closes it.
public sealed interface AnswerRecord {
    /// What opens and closes.
    enum Bracket {
        STRUCT,
        ARRAY
    }

    /// A value by itself.
    ///
    /// @param name of the struct member it is, or null
    /// @param value an integer, a real, text or bytes
    record Scalar(@Nullable Octets name, Value value) implements AnswerRecord {}

    /// The beginning of a struct or array.
    record Open(@Nullable Octets name, Bracket bracket) implements AnswerRecord {}

    /// Its end.
    record Close(Bracket bracket) implements AnswerRecord {}
}
