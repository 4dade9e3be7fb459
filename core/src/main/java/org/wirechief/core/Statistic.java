package org.wirechief.core;

import java.util.function.LongSupplier;

/// A number that the program keeps about itself and shows under `group.name`.
///
/// @param value asked for at any time, from any thread; while it throws, lists leave the number out
public record Statistic(String group, String name, Kind kind, String summary, LongSupplier value) {
    /// How a number behaves.
    public enum Kind {
        /// Grows, and may be counted from zero again.
        COUNT,
        /// Tells a present state.
        GAUGE
    }

    /// Whether it grows and can be counted from zero again; MI calls that incremental.
    public boolean isIncremental() {
        return kind == Kind.COUNT;
    }

    /// A number that grows.
    public Statistic(String group, String name, String summary, LongSupplier value) {
        this(group, name, Kind.COUNT, summary, value);
    }
}
