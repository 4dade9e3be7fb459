package org.wirechief.wire.mitext;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// Writes nodes, a line each (spec mi-text §3.2); nothing once the answer is a fault. Nothing is
/// ever quoted.
final class NodeWriter {
    private static final Octets NAME_END = Octets.of(":: ");

    private final NodeBuffer out;
    private final Octets indent;
    private boolean closed;

    NodeWriter(NodeBuffer out, Octets indent) {
        this.out = out;
        this.indent = indent;
    }

    /// Writes no more.
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /// A whole node.
    ///
    /// @param level 0 for the uppermost
    /// @param name null for none
    void node(int level, @Nullable Octets name, Octets value) {
        int end = open(level, name);
        insert(end, value);
    }

    /// Begins a node; more may be inserted before its line feed.
    ///
    /// @return where that is
    int open(int level, @Nullable Octets name) {
        if (closed) {
            return out.position();
        }
        for (int i = 0; i < level; i++) {
            out.append(indent);
        }
        if (name != null) {
            out.insert(out.position(), name);
            out.append(NAME_END);
        }
        out.append('\n');
        return out.position() - 1;
    }

    /// Writes a piece of a node that was begun.
    ///
    /// @return where it ends
    int insert(int at, Octets piece) {
        return closed ? at : out.insert(at, piece);
    }

    static Octets text(long number) {
        return Octets.of(Long.toString(number));
    }

    /// All digits, no exponent; `NaN`, `Infinity` and `-Infinity` as they are.
    static Octets text(double number) {
        String shortest = Double.toString(number);
        return Octets.of(Double.isFinite(number) ? new BigDecimal(shortest).toPlainString() : shortest);
    }

    /// As in BINRPC, so that a command's answer reads alike everywhere.
    static Octets text(boolean yes) {
        return text(yes ? 1 : 0);
    }
}
