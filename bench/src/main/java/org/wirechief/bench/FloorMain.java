package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Compares our server and Kamailio with a bare C server that makes the system calls nobody can
/// leave out and nothing else: what no server can be faster than.
public final class FloorMain {
    private static final String ROWS =
            "unixs 1x1; unixs 16x1; unixs 1x64; unixs 16x64;" + " tcp 16x1; tcp 1x64; tcp 16x64; unixd 8x8; udp 8x8";
    private static final List<String> OPTIONS =
            Stream.concat(Plan.OPTIONS.stream(), Stream.of("c", "poll")).toList();
    private static final String USAGE = """
            floor [OPTION VALUE]...

              --rows      what to compare, of core.echo; for example 'unixs 16x64; tcp 1x1 core.echo a b'
              --rounds    measurements of each of the three servers a row, 5
              --seconds   of a measurement, 2
              --warm-up   seconds before each measurement, 1
              --settle    seconds of load on each server before the rounds of a row, 4
              --poll      microseconds for which the bare server asks again before it sleeps, after
                          several requests at once over a stream; 0 to 1000000, 100
            """;

    private FloorMain() {}

    /// Ends with 1 when something could not be measured, with 2 when the command line is wrong.
    public static void main(String[] args) {
        Command.run("floor", USAGE, OPTIONS, FloorMain::compare, args);
    }

    private static boolean compare(Options options) throws IOException, InterruptedException {
        Plan plan = Plan.of(options, ROWS, 2);
        for (Row row : plan.rows()) {
            if (!row.isEcho()) {
                throw new IllegalArgumentException(row + ": the bare server answers core.echo TEXT... alone");
            }
        }
        int poll = options.integer("poll", 100);
        if (poll < 0 || poll > 1_000_000) {
            throw new IllegalArgumentException("--poll " + poll + "; allowed are 0 to 1000000 microseconds");
        }
        Path chief = Path.of(options.text("chief", "./chief")).toAbsolutePath();
        Path source = Path.of(options.text("c", "bench/src/main/c")).resolve("bare_server.c");
        Path kamailio = Servers.needKamailio();
        try (Servers servers = Servers.open()) {
            Server bare = servers.bare(source, plan.carriers(), poll);
            Server theirs = servers.kamailio(kamailio, plan.carriers());
            Server ours = servers.chief(chief, plan.carriers());
            Comparison comparison = new Comparison(List.of(ours, theirs, bare), plan.rounds());
            var outcomes = comparison.of(plan.rows(), plan.settle(), why -> System.err.println("floor: " + why));
            System.out.printf(
                    "- %s; divided by the bare C server's, which %s: of the medians (least..most)%n%n%s",
                    plan, poll == 0 ? "sleeps at once" : "asks again for " + poll + " us", FloorTable.of(outcomes));
            return outcomes.size() == plan.rows().size();
        }
    }
}
