package org.wirechief.core;

import java.util.function.Consumer;

/// One thing of a list of [Rows].
public interface Row {
    /// The row's own value: the node's value in text, a member `name` in structured dialects. At
    /// most one a row, before its attributes.
    void value(String name, String value);

    /// A property: ` name=value` in text, a member in structured dialects.
    default void attr(String name, String value) {
        attr(name, Octets.of(value));
    }

    /// A property whose bytes need not be text.
    void attr(String name, Octets value);

    /// A property that is a number.
    void attr(String name, long value);

    /// A property on a line of its own below the row: `name:: value` in text, a member in
    /// structured dialects.
    void node(String name, String value);

    /// Such a property that is a number.
    void node(String name, long value);

    /// A list inside the row.
    ///
    /// @param list its name where lists have one, `Processes`
    /// @param one the name of each of its rows where rows have one, `Process`
    void rows(String list, String one, Consumer<? super Rows> body);
}
