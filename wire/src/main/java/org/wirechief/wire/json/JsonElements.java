package org.wirechief.wire.json;

import java.util.function.Consumer;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Elements that are written as they come. Whoever implements it says only what stands before each.
public interface JsonElements extends Elements {
    /// The writer, behind what stands before the next element.
    JsonWriter next();

    @Override
    default void add(long value) {
        next().integer(value);
    }

    @Override
    default void add(double value) {
        next().real(value);
    }

    @Override
    default void add(boolean value) {
        next().bool(value);
    }

    @Override
    default void add(Octets text) {
        next().text(text);
    }

    @Override
    default void nil() {
        next().nil();
    }

    @Override
    default void blob(Octets bytes) {
        next().text(bytes);
    }

    @Override
    default void struct(Consumer<? super Members> body) {
        next().object(body);
    }

    @Override
    default void array(Consumer<? super Elements> body) {
        next().array(body);
    }

    @Override
    default void add(Value value) {
        next().value(value);
    }
}
