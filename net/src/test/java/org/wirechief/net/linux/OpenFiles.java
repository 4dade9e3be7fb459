package org.wirechief.net.linux;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many files this process may have open, as the system has it now.
public final class OpenFiles {
    private static final int MOST = 4_000_000;

    private OpenFiles() {}

    /// Skips where it is more than a test can have memory for.
    public static int limit() throws IOException {
        int limit = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.split(" +")[3])
                .mapToInt(soft -> soft.equals("unlimited") ? MOST : Integer.parseInt(soft))
                .findFirst()
                .orElse(MOST);
        assumeThat(limit).as("open files this process may have").isLessThan(MOST);
        return limit;
    }
}
