package org.wirechief.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Measures whole processes, a call with `chief` against a server of ours, and how long a server
/// takes until it is ready, beside `java -version`.
public final class StartUpMain {
    private static final List<String> OPTIONS = List.of("chief", "java", "runs");
    private static final String YARDSTICK = "java -version";
    private static final String USAGE = """
            start-up [OPTION VALUE]...

              --runs      of each command, in turn; 20
              --chief     the launcher to measure
              --java      the java to measure beside it
            """;

    /// What is timed.
    private interface Timed {
        double seconds() throws IOException, InterruptedException;
    }

    private StartUpMain() {}

    /// Ends with 1 when something could not be measured, with 2 when the command line is wrong.
    public static void main(String[] args) {
        Command.run("start-up", USAGE, OPTIONS, StartUpMain::measure, args);
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        String chief =
                Path.of(options.text("chief", "./chief")).toAbsolutePath().toString();
        int runs = options.integer("runs", 20);
        try (Servers servers = Servers.open()) {
            Server server = servers.chief(Path.of(chief), Set.of(Carrier.UNIXS));
            String node = server.target(Carrier.UNIXS).text();
            Map<String, Timed> commands = new LinkedHashMap<>();
            commands.put(YARDSTICK, () -> seconds(List.of(options.text("java", "java"), "-version")));
            commands.put("chief call", () -> seconds(List.of(chief, "call", "-s", node, "core.echo", "hello")));
            commands.put("chief kamcmd", () -> seconds(List.of(chief, "kamcmd", "-s", node, "core.echo", "hello")));
            commands.put("chief --version", () -> seconds(List.of(chief, "--version")));
            String door = "ctl.binrpc=unixs:" + servers.folder().resolve("ready");
            commands.put("chief serve, ready", () -> secondsUntilReady(List.of(chief, "serve", "--set", door)));
            print(times(commands, runs), runs);
            return true;
        }
    }

    /// One of each, again and again, so that what disturbs the machine meets all.
    private static Map<String, List<Double>> times(Map<String, Timed> commands, int runs)
            throws IOException, InterruptedException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            for (Map.Entry<String, Timed> command : commands.entrySet()) {
                times.computeIfAbsent(command.getKey(), _ -> new ArrayList<>())
                        .add(command.getValue().seconds());
            }
        }
        return times;
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit);
        }
        return seconds;
    }

    /// Until it says that its doors are open; then it is asked to stop.
    private static double secondsUntilReady(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process server = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = server.inputReader()) {
            String line = said.readLine();
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (line == null || !line.startsWith("ctl")) {
                throw new IOException(String.join(" ", command) + " said " + line + " instead of its doors");
            }
            return seconds;
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static void print(Map<String, List<Double>> times, int runs) {
        List<Double> yardstick = times.getOrDefault(YARDSTICK, List.of());
        System.out.println("whole processes, " + runs + " runs of each in turn; divided by " + YARDSTICK
                + ": of the medians (least..most)\n");
        times.forEach((name, seconds) -> System.out.println("- " + name + ": " + Ratio.of(seconds, yardstick)));
    }
}
