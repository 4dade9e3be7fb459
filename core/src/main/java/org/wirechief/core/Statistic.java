package org.wirechief.core;

import java.util.function.LongSupplier;

/// A number that the program keeps about itself and shows under `group.name`.
///
/// @param value asked for at any time, from any thread
public record Statistic(String group, String name, String summary, LongSupplier value) {}
