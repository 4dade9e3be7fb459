package org.wirechief.server.statistics;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Processor time taken, user and system, as `/proc` tells it in steps of 10 ms. One that is open
/// costs little to ask again, as its file need not be found.
final class CpuTime implements AutoCloseable {
    /// Linux shows such times in hundredths of a second, whatever its own clock does.
    private static final long NANOS_A_TICK = Duration.ofMillis(10).toNanos();

    /// Where the system tells that of this process.
    static final Path PROCESS = Path.of("/proc/self/stat");

    /// Blanks before fields 14 and 15 of the line, counted from the parenthesis that ends field 2.
    private static final int BLANKS = 12;

    /// More than the fields up to there ever take.
    private static final int ENOUGH = 1024;

    /// Behind the name, which has 15 bytes at most, and in front of it a number.
    private static final int NAMED = 48;

    private final RandomAccessFile file;
    private final byte[] line = new byte[ENOUGH];

    private CpuTime(RandomAccessFile file) {
        this.file = file;
    }

    /// For one thread to ask again and again.
    ///
    /// @param stat [#PROCESS], or what is written like it
    /// @throws IOException where the system does not tell
    static CpuTime open(Path stat) throws IOException {
        return new CpuTime(new RandomAccessFile(stat.toFile(), "r"));
    }

    /// In nanoseconds.
    long nanos() throws IOException {
        file.seek(0);
        return parse(line, file.read(line));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// Of this process, in nanoseconds; 0 where the system does not tell.
    static long ofProcess() {
        return read(PROCESS);
    }

    /// Of one of its threads.
    ///
    /// @param tid its Linux thread id
    static long ofThread(long tid) {
        return read(Path.of("/proc/self/task", Long.toString(tid), "stat"));
    }

    private static long read(Path file) {
        try {
            byte[] line = Files.readAllBytes(file);
            return parse(line, line.length);
        } catch (IOException e) {
            return 0;
        }
    }

    /// The name may hold blanks and parentheses, so the last one ends it. Read by a thread that
    /// hardly runs, and so never compiled: it looks at few bytes.
    static long parse(byte[] stat, int length) {
        int at = Math.min(length, NAMED) - 1;
        while (stat[at] != ')') {
            at--;
        }
        for (int blanks = 0; blanks < BLANKS; at++) {
            if (stat[at] == ' ') {
                blanks++;
            }
        }
        long user = 0;
        for (; stat[at] != ' '; at++) {
            user = 10 * user + stat[at] - '0';
        }
        long system = 0;
        for (at++; stat[at] != ' '; at++) {
            system = 10 * system + stat[at] - '0';
        }
        return (user + system) * NANOS_A_TICK;
    }
}
