package org.wirechief.core;

import java.util.function.Consumer;

/// Rows as structured dialects see them: an array of structs under the list's name.
final class TreeRows {
    private TreeRows() {}

    static void into(Members members, String list, Consumer<? super Rows> body) {
        members.array(
                list,
                elements -> body.accept((Rows) row -> elements.struct(inside -> row.accept(new StructRow(inside)))));
    }

    /// A row whose value and attributes are members.
    private record StructRow(Members members) implements Row {
        @Override
        public void value(String name, String value) {
            members.put(name, value);
        }

        @Override
        public void attr(String name, String value) {
            members.put(name, value);
        }

        @Override
        public void attr(String name, long value) {
            members.put(name, value);
        }

        @Override
        public void rows(String list, String one, Consumer<? super Rows> body) {
            into(members, list, body);
        }
    }
}
