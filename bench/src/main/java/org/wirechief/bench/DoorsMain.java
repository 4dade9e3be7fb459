package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Compares the doors of our server with each other: MI text, JSON-RPC and the FIFO with BINRPC.
public final class DoorsMain {
    private static final List<String> OPTIONS =
            List.of("chief", "c", "rounds", "seconds", "warm-up", "settle", "calls", "latency");
    private static final String USAGE = """
            doors [OPTION VALUE]...

              --rounds    measurements of each door, 5
              --seconds   of a measurement, 2
              --warm-up   seconds before each measurement, 1
              --settle    seconds of load on each door before its rounds, 4
              --calls     over the FIFO one after the other, a measurement, 20000; 0, none
            """;

    private static final List<List<String>> GROUPS = List.of(
            List.of("udp 8x8", "text-udp 8x8", "json-udp 8x8"),
            List.of("unixd 8x8", "text-unixd 8x8", "json-unixd 8x8"),
            List.of("unixs 1x64", "fifo 1x64", "fifo 1x1"));

    private DoorsMain() {}

    /// Ends with 1 when something could not be measured or a reply was wrong or lost, with 2 when
    /// the command line is wrong.
    public static void main(String[] args) {
        Command.run("doors", USAGE, OPTIONS, DoorsMain::measure, args);
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        Path chief = Path.of(options.text("chief", "./chief")).toAbsolutePath();
        Timing timing = Timing.of(options.seconds("warm-up", 1), options.seconds("seconds", 2));
        Rounds rounds = new Rounds(options.integer("rounds", 5), timing, System.err::println);
        Duration settle = options.seconds("settle", 4);
        boolean fine = true;
        DoorTable table = new DoorTable();
        List<String> below = new ArrayList<>();
        for (List<String> group : GROUPS) {
            List<Row> rows = Row.parseAll(String.join(";", group));
            EnumSet<Carrier> carriers = EnumSet.noneOf(Carrier.class);
            rows.forEach(row -> carriers.add(row.carrier()));
            try (Servers servers = Servers.open()) {
                Server server = servers.chief(chief, carriers);
                fine &= group(server, rows, rounds, settle, table);
                if (carriers.contains(Carrier.FIFO) && options.number("calls", 20_000) > 0) {
                    below.add(latency(server, servers.folder(), options, rounds.count()));
                }
            }
        }
        System.out.printf(
                "- %d interleaved rounds of %s s; divided by the first line of each group: of the medians"
                        + " (least..most)%n%n%s%n",
                rounds.count(), timing.measured().toMillis() / 1e3, table);
        below.forEach(System.out::println);
        return fine;
    }

    private static boolean group(Server server, List<Row> rows, Rounds rounds, Duration settle, DoorTable table)
            throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        for (Row row : rows) {
            contestants.add(Contestant.of(server, row, rounds.timing().patience()));
        }
        rounds.settle(contestants, settle);
        List<List<Measurement>> found = rounds.of(contestants);
        for (int i = 0; i < rows.size(); i++) {
            table.add(rows.get(i), found.get(i), found.getFirst());
        }
        return found.stream().allMatch(each -> Outcome.defects(each).isNone());
    }

    /// One line; says so where there is no compiler.
    private static String latency(Server server, Path folder, Options options, int rounds)
            throws IOException, InterruptedException {
        if (Tool.find("gcc").isEmpty()) {
            return "- calls over the FIFO one after the other: NOT MEASURED, there is no gcc to build the bare C"
                    + " program with; on Debian, apt install gcc libc6-dev";
        }
        Path source = Path.of(options.text("c", "bench/src/main/c")).resolve("fifo_latency.c");
        var calls = new FifoLatency(Tool.compile(source, folder), options.integer("calls", 20_000));
        Target target = server.target(Carrier.FIFO);
        Path fifo = Path.of(target.text().substring("fifo:".length()));
        Path bare = Files.createDirectory(folder.resolve("bare"));
        String json = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"version\"}";
        FifoLatency.Found first = calls.ask(fifo, target.replies(), json);
        Process process = calls.serve(bare.resolve("fifo"), bare, first.reply());
        try {
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                ours.add(calls.ask(fifo, target.replies(), json).p50());
                theirs.add(calls.ask(bare.resolve("fifo"), bare, json).p50());
            }
            return "- calls over the FIFO one after the other, each with an open reply FIFO of its own: p50 "
                    + Ratio.of(ours, theirs) + " times that of a bare C server, "
                    + Math.round(Ratio.median(theirs) / 1e3) + " us here";
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
