package org.wirechief.server.statistics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Processor time taken, user and system, as `/proc` tells it in steps of 10 ms.
final class CpuTime {
    /// Linux shows such times in hundredths of a second, whatever its own clock does.
    private static final long NANOS_A_TICK = Duration.ofMillis(10).toNanos();

    /// Fields 14 and 15 of the line, counted from the one after the name in parentheses.
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private CpuTime() {}

    /// Of this process, in nanoseconds; 0 where the system does not tell.
    static long ofProcess() {
        return read(Path.of("/proc/self/stat"));
    }

    /// Of one of its threads.
    ///
    /// @param tid its Linux thread id
    static long ofThread(long tid) {
        return read(Path.of("/proc/self/task", Long.toString(tid), "stat"));
    }

    private static long read(Path file) {
        try {
            return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return 0;
        }
    }

    /// The name may hold blanks and parentheses, so the last one ends it.
    static long parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * NANOS_A_TICK;
    }
}
