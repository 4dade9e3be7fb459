package org.wirechief.server.statistics;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/// Where the memory of this JVM is, as it accounts for it: its pools and its buffers.
public final class MemoryPools {
    private static final long UNBOUNDED = -1;

    private MemoryPools() {}

    /// A line about each, in bytes.
    public static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            lines.add(line(pool.getName(), pool.getUsage(), pool.getPeakUsage()));
        }
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            lines.add("buffers " + pool.getName() + ": " + pool.getMemoryUsed() + " used by " + pool.getCount());
        }
        return lines;
    }

    private static String line(String name, MemoryUsage now, MemoryUsage peak) {
        String most = now.getMax() == UNBOUNDED ? "" : " of " + now.getMax();
        return name + ": " + now.getUsed() + " used" + most + ", " + peak.getUsed() + " at most so far, "
                + now.getCommitted() + " taken from the system";
    }
}
