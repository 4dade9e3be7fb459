package org.wirechief.core;

import java.util.List;

/// One value as commands take and answer it, whatever dialect carries it.
///
/// Integers are 64 bits wide, text is bytes, a struct is an ordered list of members whose names
/// may repeat. Values are immutable and safe for use by several threads.
public sealed interface Value {
    record Nil() implements Value {}

    record Bool(boolean value) implements Value {}

    record Int(long value) implements Value {}

    record Real(double value) implements Value {}

    record Text(Octets value) implements Value {}

    record Blob(Octets value) implements Value {}

    record Arr(List<Value> elements) implements Value {
        public Arr {
            elements = List.copyOf(elements);
        }
    }

    record Struct(List<Member> members) implements Value {
        public Struct {
            members = List.copyOf(members);
        }
    }

    /// One member of a struct.
    record Member(Octets name, Value value) {
        public Member(String name, Value value) {
            this(Octets.of(name), value);
        }
    }

    static Value of(long value) {
        return new Int(value);
    }

    static Value of(double value) {
        return new Real(value);
    }

    static Value of(boolean value) {
        return new Bool(value);
    }

    static Value of(String value) {
        return new Text(Octets.of(value));
    }

    /// The first member of that name.
    ///
    /// @throws ValueShapeException when this is no struct or has no such member
    default Value at(String name) {
        return ValueShape.member(this, name);
    }

    /// The element of an array, or the value of a struct's member, at `index` (from 0).
    ///
    /// @throws ValueShapeException when this is neither, or is shorter
    default Value at(int index) {
        return ValueShape.element(this, index);
    }

    /// The integer; a real without fraction and decimal text count as one, because a dialect may
    /// have had no other way to carry it (BINRPC integers are 32 bits wide).
    ///
    /// @throws ValueShapeException when this is no integer
    default long asLong() {
        return ValueShape.integer(this);
    }

    /// The number, from an integer, a real or decimal text.
    ///
    /// @throws ValueShapeException when this is no number
    default double asDouble() {
        return ValueShape.real(this);
    }

    /// The text, or a scalar as text.
    ///
    /// @throws ValueShapeException when this is an array or a struct
    default String asText() {
        return ValueShape.text(this);
    }
}
