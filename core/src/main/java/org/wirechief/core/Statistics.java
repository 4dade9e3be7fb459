package org.wirechief.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The numbers a program keeps about itself, by group and name. Safe for use by several threads.
///
/// A reset does not touch the number itself, which others may be reading: it is remembered and
/// taken off what [#value] tells.
public final class Statistics {
    private final Map<Key, Statistic> statistics = new LinkedHashMap<>();
    private final Map<Key, Long> resetAt = new ConcurrentHashMap<>();

    private record Key(String group, String name) {}

    public Statistics() {}

    /// Adds numbers.
    ///
    /// @throws IllegalArgumentException when one is there already
    public synchronized void add(Collection<Statistic> more) {
        for (Statistic statistic : more) {
            if (statistics.putIfAbsent(key(statistic), statistic) != null) {
                throw new IllegalArgumentException(
                        "two statistics are named " + statistic.group() + ":" + statistic.name());
            }
        }
    }

    /// The groups, in the order they were added.
    public synchronized List<String> groups() {
        return statistics.keySet().stream().map(Key::group).distinct().toList();
    }

    /// All of them, in the order they were added.
    public synchronized List<Statistic> list() {
        return List.copyOf(statistics.values());
    }

    /// Those of one group; empty when there is no such group.
    public List<Statistic> list(String group) {
        return list().stream().filter(s -> s.group().equals(group)).toList();
    }

    public synchronized Optional<Statistic> find(String group, String name) {
        return Optional.ofNullable(statistics.get(new Key(group, name)));
    }

    /// The number since its last reset.
    public long value(Statistic statistic) {
        return statistic.value().getAsLong() - resetAt.getOrDefault(key(statistic), 0L);
    }

    /// Counts from zero again; numbers that tell a present state do not take part.
    public void reset(Statistic statistic) {
        if (statistic.kind() == Statistic.Kind.COUNT) {
            resetAt.put(key(statistic), statistic.value().getAsLong());
        }
    }

    private static Key key(Statistic statistic) {
        return new Key(statistic.group(), statistic.name());
    }
}
