package org.wirechief.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Elements that are kept as values. Whoever implements it says only where each goes.
@FunctionalInterface
interface TreeElements extends Elements {
    @Override
    void add(Value value);

    @Override
    default void add(long value) {
        add(Value.of(value));
    }

    @Override
    default void add(double value) {
        add(Value.of(value));
    }

    @Override
    default void add(boolean value) {
        add(Value.of(value));
    }

    @Override
    default void add(Octets text) {
        add(new Value.Text(text));
    }

    @Override
    default void nil() {
        add(new Value.Nil());
    }

    @Override
    default void blob(Octets bytes) {
        add(new Value.Blob(bytes));
    }

    @Override
    default void struct(Consumer<? super Members> body) {
        List<Value.Member> members = new ArrayList<>();
        body.accept(new TreeMembers(members));
        add(new Value.Struct(members));
    }

    @Override
    default void array(Consumer<? super Elements> body) {
        List<Value> elements = new ArrayList<>();
        body.accept((TreeElements) elements::add);
        add(new Value.Arr(elements));
    }
}
