package org.wirechief.core;

import java.util.Collection;
import java.util.function.Consumer;

/// A reply whose answer is one value, as that of JSON-RPC: rows are an array of structs in a
/// struct, under the list's name; a list of lines is an array; and [#ok] is the text `OK`.
public interface ValueReply extends Reply {
    @Override
    default void rows(String list, String one, Consumer<? super Rows> body) {
        struct(members -> StructRow.into(members, list, body));
    }

    @Override
    default void lines(Collection<String> all) {
        array(elements -> all.forEach(elements::add));
    }

    @Override
    default void ok() {
        add("OK");
    }
}
