package org.wirechief.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Collects named values.
record TreeMembers(List<Value.Member> into) implements Members {
    @Override
    public void put(Octets name, long value) {
        put(name, Value.of(value));
    }

    @Override
    public void put(Octets name, double value) {
        put(name, Value.of(value));
    }

    @Override
    public void put(Octets name, boolean value) {
        put(name, Value.of(value));
    }

    @Override
    public void put(Octets name, Octets text) {
        put(name, new Value.Text(text));
    }

    @Override
    public void nil(Octets name) {
        put(name, new Value.Nil());
    }

    @Override
    public void blob(Octets name, Octets bytes) {
        put(name, new Value.Blob(bytes));
    }

    @Override
    public void struct(Octets name, Consumer<? super Members> body) {
        List<Value.Member> members = new ArrayList<>();
        body.accept(new TreeMembers(members));
        put(name, new Value.Struct(members));
    }

    @Override
    public void array(Octets name, Consumer<? super Elements> body) {
        List<Value> elements = new ArrayList<>();
        body.accept((TreeElements) elements::add);
        put(name, new Value.Arr(elements));
    }

    @Override
    public void put(Octets name, Value value) {
        into.add(new Value.Member(name, value));
    }
}
