package org.wirechief.it.standin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wirechief.core.Statistic;

/// Numbers that the captured Kamailio counted, in byte order of their names.
public final class Counters {
    private final Map<String, Long> core = new TreeMap<>();

    static Counters ofKamailio() {
        Counters counters = new Counters();
        Lines.of(Counters.class, "counters.txt").forEach(name -> counters.core.put(name, 0L));
        return counters;
    }

    List<Statistic> all() {
        return core.entrySet().stream()
                .map(counter -> new Statistic(
                        "core", counter.getKey(), "kamailio statistic (no description)", counter::getValue))
                .toList();
    }
}
