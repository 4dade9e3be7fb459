package org.wirechief.core;

import java.util.function.Consumer;

/// A list of like things: text dialects print a node each, structured ones an array of structs.
public interface Rows {
    void row(Consumer<? super Row> body);
}
