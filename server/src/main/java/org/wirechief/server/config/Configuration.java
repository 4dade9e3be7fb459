package org.wirechief.server.config;

import java.util.List;

/// What a configuration says, all of it valid.
///
/// @param modules those that are always there, then the loaded ones in the order of their lines
/// @param always how many of them are always there
public record Configuration(List<Loaded<?>> modules, int always) {
    public Configuration {
        modules = List.copyOf(modules);
    }

    /// The parameters of those modules whose parameters are a `type`.
    public <T> List<T> values(Class<T> type) {
        return modules.stream()
                .map(Loaded::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// How many modules the configuration loads.
    public int loaded() {
        return modules.size() - always;
    }
}
