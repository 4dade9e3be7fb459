package org.wirechief.core;

import java.util.List;

/// One exact list of parameters a command takes, each of them once; MI calls that a recipe
/// (spec mi-json §4). A repeated parameter is one array.
public record Recipe(List<Param> params) {
    public Recipe {
        params = List.copyOf(params);
    }

    /// The parameters' names in order, as `which COMMAND` prints them.
    public List<String> names() {
        return params.stream().map(Param::name).toList();
    }
}
