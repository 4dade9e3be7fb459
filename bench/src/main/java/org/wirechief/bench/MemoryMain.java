package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// What our server takes: memory after many requests and with many connections, and processor time
/// while nobody asks.
public final class MemoryMain {
    private static final List<String> OPTIONS = List.of("chief", "requests", "idle", "connections");
    private static final String USAGE = """
            memory [OPTION VALUE]...

              --requests      before memory is looked at, 1000000
              --idle          seconds without a request, 60
              --connections   that say nothing, 10000
            """;

    /// Files that server and generator need besides a connection's.
    private static final int OTHER_FILES = 200;

    /// Half a minute belongs to the load still: the JVM compiles what it has seen, and the server
    /// samples how much there was.
    private static final Duration AFTER_LOAD = Duration.ofSeconds(30);

    private MemoryMain() {}

    /// Ends with 1 when something could not be measured, with 2 when the command line is wrong.
    public static void main(String[] args) {
        Command.run("memory", USAGE, OPTIONS, MemoryMain::measure, args);
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        Path chief = Path.of(options.text("chief", "./chief")).toAbsolutePath();
        int connections = options.integer("connections", 10_000);
        String limit = "modparam(\"ctl\", \"max_connections\", " + (connections + OTHER_FILES) + ")";
        try (Servers servers = Servers.open()) {
            Server server = servers.chief(chief, Set.of(Carrier.UNIXS), limit);
            ProcessFigures figures = ProcessFigures.of(server.pid());
            System.out.printf(Locale.ROOT, "- resident when ready: %.0f MiB%n", figures.residentMebibytes());
            long asked = ask(server, options.number("requests", 1_000_000));
            System.out.printf(
                    Locale.ROOT,
                    "- resident after %d requests, 16 x 64: %.0f MiB%n",
                    asked,
                    figures.residentMebibytes());
            TimeUnit.NANOSECONDS.sleep(AFTER_LOAD.toNanos());
            System.out.print(IdleTime.of(figures, options.seconds("idle", 60)).told());
            return connections(server, figures, connections);
        }
    }

    private static long ask(Server server, long requests) throws IOException {
        Generator generator = server.generator(Carrier.UNIXS);
        Timing timing = new Timing(Duration.ZERO, Duration.ofMinutes(10), requests, Duration.ofSeconds(2));
        Exchange exchange = generator.learn(Exchange.asking(Dialect.BINRPC, List.of()), timing.patience());
        Measurement found = generator.run(exchange, new Load(16, 64), timing);
        if (!found.defects().isNone()) {
            throw new IOException("not all was answered: " + found.defects().first());
        }
        return found.replies();
    }

    private static boolean connections(Server server, ProcessFigures figures, int count)
            throws IOException, InterruptedException {
        long files = Math.min(
                figures.mostFiles(),
                ProcessFigures.of(ProcessHandle.current().pid()).mostFiles());
        if (files < count + OTHER_FILES) {
            System.out.printf(
                    Locale.ROOT,
                    "- %d idle connections: NOT MEASURED, %d files may be open and %d are needed: ulimit -Hn%n",
                    count,
                    files,
                    count + OTHER_FILES);
            return false;
        }
        try (IdleConnections idle = IdleConnections.open(server.target(Carrier.UNIXS), count)) {
            TimeUnit.SECONDS.sleep(2);
            int alive = idle.alive();
            System.out.printf(
                    Locale.ROOT, "- resident with %d idle connections: %.0f MiB%n", alive, figures.residentMebibytes());
            return alive == count;
        }
    }
}
