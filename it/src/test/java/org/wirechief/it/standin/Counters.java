package org.wirechief.it.standin;

import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Numbers that a server counts, in groups, in byte order of their names.
public final class Counters {
    private final TreeMap<String, SequencedMap<String, Long>> groups = new TreeMap<>();

    static Counters ofKamailio() {
        Counters counters = new Counters();
        Lines.of(Counters.class, "counters.txt").forEach(name -> counters.set("core", name, 0));
        return counters;
    }

    public synchronized void set(String group, String name, long value) {
        groups.computeIfAbsent(group, _ -> new TreeMap<>()).put(name, value);
    }

    synchronized List<String> groups() {
        return List.copyOf(groups.keySet());
    }

    /// The names of a group, none when there is no such group.
    synchronized List<String> names(String group) {
        SequencedMap<String, Long> names = groups.get(group);
        return names == null ? List.of() : List.copyOf(names.keySet());
    }

    synchronized OptionalLong get(String group, String name) {
        SequencedMap<String, Long> names = groups.get(group);
        Long value = names == null ? null : names.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
