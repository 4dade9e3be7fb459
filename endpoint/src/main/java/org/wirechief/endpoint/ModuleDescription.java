package org.wirechief.endpoint;

import java.util.List;

/// A module that configuration can set.
///
/// @param <P> the value its parameters describe: an [Endpoint], or a part of the server itself
/// @param name as `loadmodule` and `modparam` spell it, without `.so`
/// @param initial the value with every parameter at its default
public record ModuleDescription<P>(String name, P initial, List<Parameter<P>> parameters) {
    public ModuleDescription {
        parameters = List.copyOf(parameters);
    }
}
