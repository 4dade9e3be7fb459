package org.wirechief.core;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// A value that changes the running program when it is set.
///
/// @param group the module it belongs to
/// @param current what it is, [Value.Nil] when it has no value yet; asked for at any time, from any
///     thread
/// @param change puts a new value of `type` into effect, or [Value.Nil] where one that had no value
///     goes back to that; throws [ConfigError] for one that cannot be, and then has changed nothing
public record Setting(
        String group, String name, Type type, String summary, Supplier<Value> current, Consumer<Value> change) {
    /// What it holds.
    public enum Type {
        INTEGER,
        TEXT
    }
}
