package org.wirechief.wire.mitext;

import java.util.function.Consumer;
import org.wirechief.core.Octets;
import org.wirechief.core.Row;
import org.wirechief.core.Rows;

/// A row as a node: its value, then its attributes, on one line; what is inside it below.
final class NodeRow implements Row {
    private static final Octets BLANK = Octets.of(" ");
    private static final Octets EQUALS = Octets.of("=");

    private final NodeWriter nodes;
    private final int level;

    /// Behind the value, and behind the last attribute.
    private int valueEnd;

    private int lineEnd;

    private NodeRow(NodeWriter nodes, int level, String name) {
        this.nodes = nodes;
        this.level = level;
        this.valueEnd = nodes.open(level, name.isEmpty() ? null : Octets.of(name));
        this.lineEnd = valueEnd;
    }

    /// Writes rows.
    ///
    /// @param one their name; empty for nodes without one
    static void all(NodeWriter nodes, int level, String one, Consumer<? super Rows> body) {
        body.accept((Rows) row -> row.accept(new NodeRow(nodes, level, one)));
    }

    @Override
    public void value(String name, String value) {
        int end = nodes.insert(valueEnd, Octets.of(value));
        lineEnd += end - valueEnd;
        valueEnd = end;
    }

    /// ` name=value`; without a name the value alone (`writer/shapes`).
    @Override
    public void attr(String name, Octets value) {
        if (!name.isEmpty()) {
            lineEnd = nodes.insert(lineEnd, BLANK);
            lineEnd = nodes.insert(lineEnd, Octets.of(name));
            lineEnd = nodes.insert(lineEnd, EQUALS);
        }
        lineEnd = nodes.insert(lineEnd, value);
    }

    @Override
    public void attr(String name, long value) {
        attr(name, Long.toString(value));
    }

    @Override
    public void node(String name, String value) {
        nodes.node(level + 1, Octets.of(name), Octets.of(value));
    }

    @Override
    public void node(String name, long value) {
        node(name, Long.toString(value));
    }

    @Override
    public void rows(String list, String one, Consumer<? super Rows> body) {
        all(nodes, level + 1, one, body);
    }
}
