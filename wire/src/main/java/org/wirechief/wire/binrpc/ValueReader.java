package org.wirechief.wire.binrpc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Builds values of records. Its depth is bounded by the reader's, its memory by the bytes there
/// are.
final class ValueReader {
    private static final Octets NAMELESS = Octets.of("");

    private final RecordReader records;
    private RecordError error = RecordError.END;

    /// @param records a relaxed one
    ValueReader(RecordReader records) {
        this.records = records;
    }

    /// Why [#next] gave null.
    RecordError error() {
        return error;
    }

    /// The next whole value, or null when there is none: see [#error]. A struct or array that the
    /// body's end leaves open is whole.
    @Nullable
    Value next() {
        RecordError wrong = records.peek(RecordType.ANY);
        if (wrong != null) {
            error = wrong;
            return null;
        }
        records.consume();
        return switch (records.type()) {
            case INT -> Value.of(records.integer());
            case STR -> new Value.Text(records.text());
            case DOUBLE -> Value.of(records.real());
            case BYTES -> new Value.Blob(records.raw());
            case STRUCT -> struct();
            case ARRAY -> array();
            case NAME, UNKNOWN, ANY -> throw new IllegalStateException("a sound record has a value here");
        };
    }

    /// The inside of an array, up to its closing tag.
    private @Nullable Value array() {
        List<Value> elements = new ArrayList<>();
        while (isOpen()) {
            Value element = next();
            if (element == null) {
                return null;
            }
            elements.add(element);
        }
        return new Value.Arr(elements);
    }

    /// The inside of a struct. One without any name in it is how servers send a list (spec ctl
    /// §9.4); beside names, what has none gets the empty one.
    private @Nullable Value struct() {
        List<Value.Member> members = new ArrayList<>();
        boolean names = false;
        while (isOpen()) {
            Octets name = NAMELESS;
            if (records.type() == RecordType.NAME && records.peek(RecordType.ANY) == null) {
                name = records.text();
                names = true;
                records.consume();
            }
            Value value = next();
            if (value == null) {
                return null;
            }
            members.add(new Value.Member(name, value));
        }
        if (names || members.isEmpty()) {
            return new Value.Struct(members);
        }
        return new Value.Arr(members.stream().map(Value.Member::value).toList());
    }

    /// Whether something, sound or not, stands before the closing tag, which is consumed.
    private boolean isOpen() {
        RecordError wrong = records.peek(RecordType.ANY);
        if (wrong == null && records.closes()) {
            records.consume();
            return false;
        }
        return wrong != RecordError.END;
    }
}
