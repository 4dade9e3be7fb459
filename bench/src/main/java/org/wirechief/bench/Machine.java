package org.wirechief.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a comparison ran on, read off the machine.
final class Machine {
    private Machine() {}

    /// Lines of a Markdown list.
    static List<String> describe(Path kamailio) throws IOException {
        return List.of(
                "- processors: " + Runtime.getRuntime().availableProcessors() + ", "
                        + field(Path.of("/proc/cpuinfo"), "model name"),
                "- memory: " + field(Path.of("/proc/meminfo"), "MemTotal"),
                "- kernel: Linux "
                        + Files.readString(Path.of("/proc/sys/kernel/osrelease"))
                                .strip()
                                .split("-")[0],
                "- JDK: " + Runtime.version(),
                "- " + version(kamailio),
                "- load average when it began: "
                        + Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private static String field(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    /// Its first line, `version: kamailio 5.6.3 (x86_64/linux)`.
    private static String version(Path kamailio) throws IOException {
        Process process = new ProcessBuilder(kamailio.toString(), "-v")
                .redirectErrorStream(true)
                .start();
        try (var out = process.inputReader(StandardCharsets.ISO_8859_1)) {
            String line = out.readLine();
            return line == null ? "kamailio: unknown version" : line;
        }
    }
}
