package org.wirechief.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Prints what keeps a server from starting: plainly to people, and as an error to the journal,
/// which takes a line that does not tell its priority for mere information (`sd-daemon(3)`).
///
/// @param err where to
/// @param journal whether the journal reads it
record StartErrors(PrintStream err, boolean journal) {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final String ERROR = "<3>";

    /// As `JOURNAL_STREAM` tells it, `device:inode` of what the journal reads: a program may have
    /// inherited it and write elsewhere (`systemd.exec(5)`).
    static StartErrors of(PrintStream err, Map<String, String> environment) {
        String stream = environment.getOrDefault("JOURNAL_STREAM", "");
        return new StartErrors(err, !stream.isEmpty() && stream.equals(identity()));
    }

    private static String identity() {
        try {
            return Files.getAttribute(STANDARD_ERROR, "unix:dev") + ":"
                    + Files.getAttribute(STANDARD_ERROR, "unix:ino");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /// A line for each of them.
    void tell(String problems) {
        problems.lines().forEach(line -> err.println(journal ? ERROR + line : line));
    }
}
