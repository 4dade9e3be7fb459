package org.wirechief.core;

import java.util.function.Consumer;

/// The inside of a struct: takes named values in order. A name may be used again.
public interface Members {
    void put(Octets name, long value);

    void put(Octets name, double value);

    void put(Octets name, boolean value);

    void put(Octets name, Octets text);

    void nil(Octets name);

    void blob(Octets name, Octets bytes);

    void struct(Octets name, Consumer<? super Members> body);

    void array(Octets name, Consumer<? super Elements> body);

    default void put(String name, long value) {
        put(Octets.of(name), value);
    }

    default void put(String name, double value) {
        put(Octets.of(name), value);
    }

    default void put(String name, boolean value) {
        put(Octets.of(name), value);
    }

    default void put(String name, String text) {
        put(Octets.of(name), Octets.of(text));
    }

    default void struct(String name, Consumer<? super Members> body) {
        struct(Octets.of(name), body);
    }

    default void array(String name, Consumer<? super Elements> body) {
        array(Octets.of(name), body);
    }

    /// Puts a whole value.
    default void put(Octets name, Value value) {
        switch (value) {
            case Value.Nil _ -> nil(name);
            case Value.Bool(boolean yes) -> put(name, yes);
            case Value.Int(long number) -> put(name, number);
            case Value.Real(double number) -> put(name, number);
            case Value.Text(Octets text) -> put(name, text);
            case Value.Blob(Octets bytes) -> blob(name, bytes);
            case Value.Arr arr -> array(name, inside -> arr.elements().forEach(inside::add));
            case Value.Struct struct ->
                struct(name, inside -> struct.members().forEach(m -> inside.put(m.name(), m.value())));
        }
    }

    default void put(String name, Value value) {
        put(Octets.of(name), value);
    }
}
