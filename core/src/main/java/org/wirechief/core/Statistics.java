package org.wirechief.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The numbers a program keeps about itself, by group and name. Safe for use by several threads.
///
/// Groups stand in the order their first numbers came, numbers in the order they came
/// (spec mi-text §7). A reset does not touch the number itself, which others may be reading: it is
/// remembered and taken off what [#value] tells.
public final class Statistics {
    private final Map<String, Map<String, Statistic>> groups = new LinkedHashMap<>();
    private final Map<Key, Long> resetAt = new ConcurrentHashMap<>();

    private record Key(String group, String name) {}

    public Statistics() {}

    /// Adds numbers.
    ///
    /// @throws IllegalArgumentException when one is there already
    public synchronized void add(Collection<Statistic> more) {
        for (Statistic statistic : more) {
            Map<String, Statistic> group = groups.computeIfAbsent(statistic.group(), _ -> new LinkedHashMap<>());
            if (group.putIfAbsent(statistic.name(), statistic) != null) {
                throw new IllegalArgumentException(
                        "two statistics are named " + statistic.group() + ":" + statistic.name());
            }
        }
    }

    /// The groups, in the order they were added.
    public synchronized List<String> groups() {
        return List.copyOf(groups.keySet());
    }

    /// All of them, group by group.
    public synchronized List<Statistic> list() {
        return groups.values().stream()
                .flatMap(group -> group.values().stream())
                .toList();
    }

    /// Those of one group; empty when there is no such group.
    public synchronized List<Statistic> list(String group) {
        return List.copyOf(groups.getOrDefault(group, Map.of()).values());
    }

    /// Those of the groups of this name in any letter case, as MI looks for them.
    public synchronized List<Statistic> listIgnoringCase(String group) {
        return groups.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(group))
                .flatMap(entry -> entry.getValue().values().stream())
                .toList();
    }

    public synchronized Optional<Statistic> find(String group, String name) {
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(name));
    }

    /// The first one of that name over all groups.
    public synchronized Optional<Statistic> find(String name) {
        return groups.values().stream()
                .filter(group -> group.containsKey(name))
                .map(group -> group.get(name))
                .findFirst();
    }

    /// The number since its last reset.
    public long value(Statistic statistic) {
        return statistic.value().getAsLong() - resetAt.getOrDefault(key(statistic), 0L);
    }

    /// Counts from zero again; numbers that tell a present state do not take part.
    public void reset(Statistic statistic) {
        if (statistic.isIncremental()) {
            resetAt.put(key(statistic), statistic.value().getAsLong());
        }
    }

    private static Key key(Statistic statistic) {
        return new Key(statistic.group(), statistic.name());
    }
}
