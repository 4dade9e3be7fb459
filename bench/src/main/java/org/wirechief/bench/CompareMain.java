package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares our server with the Kamailio of this machine, and prints ratios.
public final class CompareMain {
    private static final List<String> OPTIONS = List.of("chief", "rows", "rounds", "seconds", "warm-up", "settle");
    private static final String USAGE = """
            compare [OPTION VALUE]...

              --rows      what to compare, for example 'unixs 16x64; tcp 1x1 core.echo a b':
                          carrier, connections x outstanding requests, method, text arguments
              --rounds    measurements of each server a row, 5
              --seconds   of a measurement, 3
              --warm-up   seconds before each measurement, 1
              --settle    seconds of load on each server before the rounds of a row, 4
            """;

    private CompareMain() {}

    /// Ends with 1 when something could not be measured, with 2 when the command line is wrong.
    public static void main(String[] args) {
        Command.run("compare", USAGE, OPTIONS, CompareMain::compare, args);
    }

    private static boolean compare(Options options) throws IOException, InterruptedException {
        if (!options.words().isEmpty()) {
            throw new IllegalArgumentException("only options are taken, not " + options.words());
        }
        List<Row> rows = Row.parseAll(options.text("rows", Row.USUAL));
        Timing timing = Timing.of(options.seconds("warm-up", 1), options.seconds("seconds", 3));
        Duration settle = options.seconds("settle", 4);
        int rounds = options.integer("rounds", 5);
        Path kamailio = kamailio();
        Path chief = Path.of(options.text("chief", "./chief")).toAbsolutePath();
        List<String> machine = Machine.describe(kamailio);
        Set<Carrier> carriers =
                rows.stream().map(Row::carrier).collect(Collectors.toCollection(() -> EnumSet.noneOf(Carrier.class)));
        try (Servers servers = Servers.open()) {
            Server theirs = servers.kamailio(kamailio, carriers);
            Server ours = servers.chief(chief, carriers);
            Comparison comparison = new Comparison(ours, theirs, new Rounds(rounds, timing, System.err::println));
            machine.forEach(System.out::println);
            System.out.printf(
                    "- %d interleaved rounds of %s s; ours divided by Kamailio's: of the medians (least..most)%n%n",
                    rounds, timing.measured().toMillis() / 1e3);
            return table(comparison, rows, settle);
        }
    }

    /// A row that cannot be measured is said and left out.
    private static boolean table(Comparison comparison, List<Row> rows, Duration settle) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Row row : rows) {
            try {
                outcomes.add(comparison.of(row, settle));
            } catch (IOException e) {
                System.err.println("compare: " + e.getMessage());
            }
        }
        System.out.print(Table.of(outcomes));
        return outcomes.size() == rows.size();
    }

    /// Where this machine's Kamailio is.
    static Path kamailio() throws IOException {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "kamailio"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "there is no kamailio to compare with; install Debian's package:" + " apt install kamailio"));
    }
}
