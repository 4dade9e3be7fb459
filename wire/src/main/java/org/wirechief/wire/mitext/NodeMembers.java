package org.wirechief.wire.mitext;

import java.util.function.Consumer;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;

/// The inside of a struct: a node `name:: value` for each member, what is inside a member one level
/// below its node, and a node for each element of an array. The empty name is none.
record NodeMembers(NodeWriter nodes, int level) implements Members {
    private NodeElements member(Octets name) {
        return new NodeElements(nodes, level, name.isEmpty() ? null : name);
    }

    @Override
    public void put(Octets name, long value) {
        member(name).add(value);
    }

    @Override
    public void put(Octets name, double value) {
        member(name).add(value);
    }

    @Override
    public void put(Octets name, boolean value) {
        member(name).add(value);
    }

    @Override
    public void put(Octets name, Octets text) {
        member(name).add(text);
    }

    @Override
    public void nil(Octets name) {
        member(name).nil();
    }

    @Override
    public void blob(Octets name, Octets bytes) {
        member(name).blob(bytes);
    }

    @Override
    public void struct(Octets name, Consumer<? super Members> body) {
        member(name).struct(body);
    }

    @Override
    public void array(Octets name, Consumer<? super Elements> body) {
        body.accept(member(name));
    }
}
