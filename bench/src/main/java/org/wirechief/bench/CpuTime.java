package org.wirechief.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/// The processor time of some processes, each with all its threads, dead threads included:
/// `utime + stime` of `/proc/PID/stat`, in steps of 10 ms.
final class CpuTime {
    /// `USER_HZ` is 100 on every architecture this JDK runs on, whatever the kernel's own clock.
    private static final long NANOS_PER_TICK = 1_000_000_000L / 100;

    /// Fields after the name, counted from the state: utime and stime (proc_pid_stat(5)).
    private static final int UTIME = 11;

    private static final int STIME = 12;

    private final List<Path> stats;

    /// @param stats the processes' `stat` files
    CpuTime(List<Path> stats) {
        this.stats = List.copyOf(stats);
    }

    /// Of a process and those below it, as they are now: Kamailio works in its children.
    static CpuTime ofTree(ProcessHandle root) {
        return new CpuTime(
                LongStream.concat(LongStream.of(root.pid()), root.descendants().mapToLong(ProcessHandle::pid))
                        .mapToObj(pid -> Path.of("/proc", Long.toString(pid), "stat"))
                        .toList());
    }

    static CpuTime ofThisProcess() {
        return new CpuTime(List.of(Path.of("/proc/self/stat")));
    }

    /// None, for a server whose process is not known.
    static CpuTime unknown() {
        return new CpuTime(List.of());
    }

    /// Nanoseconds since the processes began.
    ///
    /// @throws IOException when one of them has ended
    long nanos() throws IOException {
        long ticks = 0;
        for (Path stat : stats) {
            ticks += ticks(stat);
        }
        return ticks * NANOS_PER_TICK;
    }

    private static long ticks(Path stat) throws IOException {
        try {
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            // the name stands in parentheses and may hold spaces and parentheses itself
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
        } catch (NoSuchFileException e) {
            throw new IOException("a process of the server has ended: there is no " + stat, e);
        }
    }
}
