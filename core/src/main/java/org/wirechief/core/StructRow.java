package org.wirechief.core;

import java.util.function.Consumer;

/// A row as structured dialects see it: its value and attributes are members, a list inside it is
/// an array of structs under the list's name.
public record StructRow(Members members) implements Row {
    /// Writes a list into a struct.
    static void into(Members members, String list, Consumer<? super Rows> body) {
        members.array(list, elements -> into(elements, body));
    }

    /// Writes a struct for each row.
    static void into(Elements elements, Consumer<? super Rows> body) {
        body.accept((Rows) row -> elements.struct(inside -> row.accept(new StructRow(inside))));
    }

    @Override
    public void value(String name, String value) {
        members.put(name, value);
    }

    @Override
    public void attr(String name, Octets value) {
        members.put(Octets.of(name), value);
    }

    @Override
    public void attr(String name, long value) {
        members.put(name, value);
    }

    @Override
    public void node(String name, String value) {
        members.put(name, value);
    }

    @Override
    public void node(String name, long value) {
        members.put(name, value);
    }

    @Override
    public void rows(String list, String one, Consumer<? super Rows> body) {
        into(members, list, body);
    }
}
