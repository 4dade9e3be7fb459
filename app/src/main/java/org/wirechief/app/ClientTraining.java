package org.wirechief.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the JVM is shown before a cache of classes is made for clients: the command line as it is
/// mostly used, on a server in a process of its own. Ends with an error when a line fails.
public final class ClientTraining {
    private static final List<List<String>> LINES = List.of(
            List.of("call", "core.uptime"),
            List.of("call", "core.echo", "hello", "1"),
            List.of("call", "-o", "json", "core.psx"),
            List.of("call", "-o", "table", "core.psx"),
            List.of("call", "-f", "%v\\n", "system.listMethods"),
            List.of("call", "core.echo", "--timeout", "5s"),
            List.of("kamcmd", "ps"),
            List.of("kamcmd", "core.uptime"));

    private ClientTraining() {}

    /// Runs once; the JVM writes the cache when it ends.
    ///
    /// @param args how `chief` is started: a program and its first words
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("chief-training");
        String node = "unixs:" + directory.resolve("ctl");
        List<String> serve = new ArrayList<>(List.of(args));
        serve.addAll(List.of("serve", "--set", "ctl.binrpc=" + node));
        Process server = new ProcessBuilder(serve)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int exit = 0;
        try {
            // a line for the door, once it is open
            var _ = server.getInputStream().read();
            for (List<String> line : LINES) {
                List<String> words = new ArrayList<>(line);
                words.addAll(1, List.of("-s", node));
                exit = Math.max(exit, Main.run(words.toArray(String[]::new)));
            }
        } finally {
            server.destroy();
            server.waitFor();
            Files.deleteIfExists(directory);
        }
        System.exit(exit);
    }
}
