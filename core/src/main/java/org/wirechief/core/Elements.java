package org.wirechief.core;

import java.util.function.Consumer;

/// A place that takes nameless values in order: the top of a reply, or the inside of an array.
public interface Elements {
    void add(long value);

    void add(double value);

    void add(boolean value);

    void add(Octets text);

    default void add(String text) {
        add(Octets.of(text));
    }

    void nil();

    void blob(Octets bytes);

    void struct(Consumer<? super Members> body);

    void array(Consumer<? super Elements> body);

    /// Adds a whole value.
    default void add(Value value) {
        switch (value) {
            case Value.Nil _ -> nil();
            case Value.Bool(boolean yes) -> add(yes);
            case Value.Int(long number) -> add(number);
            case Value.Real(double number) -> add(number);
            case Value.Text(Octets text) -> add(text);
            case Value.Blob(Octets bytes) -> blob(bytes);
            case Value.Arr arr -> array(inside -> arr.elements().forEach(inside::add));
            case Value.Struct struct ->
                struct(inside -> struct.members().forEach(member -> inside.put(member.name(), member.value())));
        }
    }
}
