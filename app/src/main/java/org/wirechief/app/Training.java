package org.wirechief.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.server.Wirechief;

/// What the JVM is shown before a cache of classes is made for it: a server with every door, calls
/// through each, and the command line as it is mostly used. Ends with an error when these fail.
public final class Training {
    private static final List<List<String>> LINES = List.of(
            List.of("call", "core.uptime"),
            List.of("call", "core.echo", "hello", "1", "1.5"),
            List.of("call", "-o", "json", "core.psx"),
            List.of("call", "-o", "table", "core.psx"),
            List.of("call", "-f", "%v\\n", "system.listMethods"),
            List.of("call", "core.echo", "--timeout", "5s"),
            List.of("kamcmd", "ps"));

    private Training() {}

    /// Runs once; the JVM writes the cache when it ends.
    ///
    /// @param args none
    public static void main(String[] args) throws IOException {
        int exit = Main.run("demo", "--once");
        Path directory = Files.createTempDirectory("chief-training");
        String node = "unixs:" + directory.resolve("ctl");
        try (Wirechief _ = Wirechief.builder().endpoint(Ctl.listening(node)).start()) {
            for (List<String> line : LINES) {
                List<String> words = new ArrayList<>(line);
                words.addAll(1, List.of("-s", node));
                exit = Math.max(exit, Main.run(words.toArray(String[]::new)));
            }
        } finally {
            Files.deleteIfExists(directory);
        }
        System.exit(exit);
    }
}
