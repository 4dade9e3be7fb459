package org.wirechief.wire.mitext;

import java.util.function.Consumer;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;

/// The inside of a struct: a node `name:: value` for each member, the members of a struct one level
/// below its node, and a node for each element of an array.
record NodeMembers(NodeWriter nodes, int level) implements Members {
    @Override
    public void put(Octets name, long value) {
        put(name, NodeWriter.text(value));
    }

    @Override
    public void put(Octets name, double value) {
        put(name, NodeWriter.text(value));
    }

    @Override
    public void put(Octets name, boolean value) {
        put(name, NodeWriter.text(value));
    }

    @Override
    public void put(Octets name, Octets text) {
        nodes.node(level, name, text);
    }

    @Override
    public void nil(Octets name) {
        nodes.open(level, name);
    }

    @Override
    public void blob(Octets name, Octets bytes) {
        put(name, bytes);
    }

    @Override
    public void struct(Octets name, Consumer<? super Members> body) {
        nodes.open(level, name);
        body.accept(new NodeMembers(nodes, level + 1));
    }

    @Override
    public void array(Octets name, Consumer<? super Elements> body) {
        body.accept(new NodeElements(nodes, level, name));
    }
}
