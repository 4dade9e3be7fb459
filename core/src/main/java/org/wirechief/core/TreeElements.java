package org.wirechief.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Collects nameless values.
record TreeElements(List<Value> into) implements Elements {
    @Override
    public void add(long value) {
        into.add(Value.of(value));
    }

    @Override
    public void add(double value) {
        into.add(Value.of(value));
    }

    @Override
    public void add(boolean value) {
        into.add(Value.of(value));
    }

    @Override
    public void add(Octets text) {
        into.add(new Value.Text(text));
    }

    @Override
    public void nil() {
        into.add(new Value.Nil());
    }

    @Override
    public void blob(Octets bytes) {
        into.add(new Value.Blob(bytes));
    }

    @Override
    public void struct(Consumer<? super Members> body) {
        List<Value.Member> members = new ArrayList<>();
        body.accept(new TreeMembers(members));
        into.add(new Value.Struct(members));
    }

    @Override
    public void array(Consumer<? super Elements> body) {
        List<Value> elements = new ArrayList<>();
        body.accept(new TreeElements(elements));
        into.add(new Value.Arr(elements));
    }
}
