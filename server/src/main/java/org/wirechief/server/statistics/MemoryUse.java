package org.wirechief.server.statistics;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/// Heap and direct memory of this JVM, in bytes.
///
/// @param total what both may grow to
/// @param used what is taken now, garbage not yet collected included
/// @param peak an upper bound of what was ever taken: the JVM keeps peaks by pool, and pools need
///     not have been full together
public record MemoryUse(long total, long used, long peak) {
    /// What is not taken.
    public long free() {
        return total - used;
    }

    /// Both together. The first reading loads the JVM's management classes: 100 ms were measured.
    public static MemoryUse now() {
        MemoryUse heap = heap();
        MemoryUse direct = direct();
        long total = heap.total + direct.total;
        long used = heap.used + direct.used;
        long peak = Math.clamp(heapPeak(), heap.used, heap.total) + direct.used;
        return new MemoryUse(total, used, Math.clamp(peak, used, total));
    }

    /// The one of them of which a greater share is taken: no room of the other helps it. Its peak
    /// is left out, to be had often.
    public static MemoryUse ofTheFuller() {
        return heap().orFuller(direct());
    }

    MemoryUse orFuller(MemoryUse other) {
        return other.share() > share() ? other : this;
    }

    private double share() {
        return (double) used / total;
    }

    private static MemoryUse heap() {
        Runtime runtime = Runtime.getRuntime();
        long total = runtime.maxMemory();
        long used = Math.min(runtime.totalMemory() - runtime.freeMemory(), total);
        return new MemoryUse(total, used, used);
    }

    /// Its peak is not kept.
    private static MemoryUse direct() {
        long used = directUsed();
        return new MemoryUse(Math.max(used, maxDirect(Runtime.getRuntime())), used, used);
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static long directUsed() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static long maxDirect(Runtime runtime) {
        var flags = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        long limit = Long.parseLong(flags.getVMOption("MaxDirectMemorySize").getValue());
        // 0 is the flag's default and means: as much as the heap.
        return limit == 0 ? runtime.maxMemory() : limit;
    }
}
