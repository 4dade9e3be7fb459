package org.wirechief.wire.mitext;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;

/// The top of a reply or the inside of an array: a node for each value, all of the array's name.
/// Without a name, a struct or an array is what is in it, and nothing is nothing.
record NodeElements(NodeWriter nodes, int level, @Nullable Octets name) implements Elements {
    @Override
    public void add(long value) {
        add(NodeWriter.text(value));
    }

    @Override
    public void add(double value) {
        add(NodeWriter.text(value));
    }

    @Override
    public void add(boolean value) {
        add(NodeWriter.text(value));
    }

    @Override
    public void add(Octets text) {
        nodes.node(level, name, text);
    }

    @Override
    public void nil() {
        if (name != null) {
            nodes.open(level, name);
        }
    }

    @Override
    public void blob(Octets bytes) {
        add(bytes);
    }

    @Override
    public void struct(Consumer<? super Members> body) {
        nil();
        body.accept(new NodeMembers(nodes, inside()));
    }

    @Override
    public void array(Consumer<? super Elements> body) {
        nil();
        body.accept(new NodeElements(nodes, inside(), null));
    }

    private int inside() {
        return name == null ? level : level + 1;
    }
}
