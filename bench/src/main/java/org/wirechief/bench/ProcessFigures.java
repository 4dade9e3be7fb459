package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the kernel tells of one process.
///
/// @param folder `/proc/PID`
record ProcessFigures(Path folder) {
    private static final String RESIDENT = "VmRSS:";
    private static final String FILES = "Max open files";

    static ProcessFigures of(long pid) {
        return new ProcessFigures(Path.of("/proc", Long.toString(pid)));
    }

    /// Memory of this process that is in the machine's, in MiB.
    double residentMebibytes() throws IOException {
        for (String line : Files.readAllLines(folder.resolve("status"))) {
            if (line.startsWith(RESIDENT)) {
                return Long.parseLong(line.substring(RESIDENT.length()).strip().split(" ")[0]) / 1024.0;
            }
        }
        throw new IOException(folder + " tells no " + RESIDENT);
    }

    /// Processor time of the threads there are, to the nanosecond: ticks of 10 ms would hide what
    /// an idle server takes.
    long cpuNanos() throws IOException {
        return threads().values().stream().mapToLong(ThreadUse::nanos).sum();
    }

    /// What each thread there is has used, by its id.
    Map<String, ThreadUse> threads() throws IOException {
        Map<String, ThreadUse> uses = new HashMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(folder.resolve("task"))) {
            for (Path thread : threads) {
                try {
                    String comm = Files.readString(thread.resolve("comm"));
                    uses.put(
                            thread.getFileName().toString(),
                            ThreadUse.of(comm, Files.readString(thread.resolve("schedstat"))));
                } catch (NoSuchFileException e) {
                    // it has just ended
                }
            }
        }
        return uses;
    }

    /// How many files it may have open when it asks for as many as it can.
    long mostFiles() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("limits"));
        for (String line : lines) {
            if (line.startsWith(FILES)) {
                String hard = line.substring(FILES.length()).strip().split(" +")[1];
                return hard.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(hard);
            }
        }
        throw new IOException(folder + " tells no " + FILES);
    }
}
