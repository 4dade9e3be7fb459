package org.wirechief.server.statistics;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.wirechief.core.Statistic;

/// Group `shmem`: the memory that all threads share, the JVM's heap and direct memory, in bytes.
final class MemoryStatistics {
    private MemoryStatistics() {}

    static List<Statistic> of(Supplier<MemoryUse> memory) {
        return List.of(
                gauge("total_size", "what may be used at most", memory, MemoryUse::total),
                gauge("used_size", "what is used, garbage included", memory, MemoryUse::used),
                gauge("real_used_size", "the same: the JVM accounts for no overhead", memory, MemoryUse::used),
                gauge("max_used_size", "the most that was used, an upper bound", memory, MemoryUse::peak),
                gauge("free_size", "what is not used", memory, MemoryUse::free),
                gauge("fragments", "1: the JVM compacts its memory", memory, _ -> 1));
    }

    private static Statistic gauge(
            String name, String summary, Supplier<MemoryUse> memory, ToLongFunction<MemoryUse> value) {
        return new Statistic("shmem", name, Statistic.Kind.GAUGE, summary, () -> value.applyAsLong(memory.get()));
    }
}
