package org.wirechief.core;

import java.util.List;
import java.util.function.Supplier;

/// A group of statistics that come and go with what they are about.
///
/// @param numbers those of the moment, of this group, each with another name; asked for at any
///     time, from any thread. They are few, however much they could be about
public record ChangingGroup(String group, Supplier<List<Statistic>> numbers) {}
