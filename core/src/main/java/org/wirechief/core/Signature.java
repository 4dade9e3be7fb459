package org.wirechief.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One way to call a command: its parameters in order.
///
/// @param params required ones first, then optional ones, at most one repeated one at the end
public record Signature(List<Param> params) {
    public Signature {
        params = List.copyOf(params);
        Set<String> names = new HashSet<>();
        for (Param param : params) {
            if (!names.add(param.name())) {
                throw new IllegalArgumentException("two parameters are named '" + param.name()
                        + "': who names arguments could give only one of them");
            }
        }
        for (int i = 1; i < params.size(); i++) {
            Param before = params.get(i - 1);
            boolean needed = !params.get(i).presence().mayBeMissing();
            if (before.presence().isRepeated() || (needed && before.presence().mayBeMissing())) {
                throw new IllegalArgumentException("parameter '" + params.get(i).name() + "' cannot follow '"
                        + before.name() + "': required ones come first, a repeated one last");
            }
        }
    }

    /// `name:text [ttl:integer]`, empty for no parameters.
    @Override
    public String toString() {
        return params.stream().map(Param::toString).collect(Collectors.joining(" "));
    }
}
