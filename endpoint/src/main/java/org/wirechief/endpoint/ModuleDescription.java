package org.wirechief.endpoint;

import java.util.List;
import java.util.function.Consumer;

/// A module that configuration can set.
///
/// @param <P> the value its parameters describe: an [Endpoint], or a part of the server itself
/// @param name as `loadmodule` and `modparam` spell it, without `.so`
/// @param initial the value with every parameter at its default
/// @param complete throws [org.wirechief.core.ConfigError] for a value that lacks what it needs,
///     once all parameters are set
public record ModuleDescription<P>(
        String name, P initial, List<Parameter<P>> parameters, Consumer<? super P> complete) {
    public ModuleDescription {
        parameters = List.copyOf(parameters);
    }

    /// A module whose every parameter has a default.
    public ModuleDescription(String name, P initial, List<Parameter<P>> parameters) {
        this(name, initial, parameters, _ -> {});
    }
}
