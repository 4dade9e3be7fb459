package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Loads our server and Kamailio with ever more outstanding requests, and draws throughput and p99
/// of both.
public final class PlotMain {
    private static final List<String> OPTIONS =
            List.of("chief", "svg", "carrier", "connections", "most", "rounds", "seconds", "warm-up", "settle");
    private static final String USAGE = """
            plot [OPTION VALUE]...

              --svg           the file to write, docs/performance.svg
              --carrier       unixs, unixd, tcp or udp; unixs
              --connections   1
              --most          requests outstanding on each: 1, 2, 4, ... up to this, 128
              --rounds        measurements of each server and number, 3
              --seconds       of a measurement, 1
              --warm-up       seconds before each measurement, 0.3
              --settle        seconds of load on each server before the rounds, 1
            """;

    private static final String OURS = "#0b6e4f";
    private static final String THEIRS = "#b5482a";

    private PlotMain() {}

    /// Ends with 1 when something could not be measured, with 2 when the command line is wrong.
    public static void main(String[] args) {
        Command.run("plot", USAGE, OPTIONS, PlotMain::measure, args);
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        Carrier carrier = Carrier.named(options.text("carrier", "unixs"));
        List<Row> rows = rows(carrier, options.integer("connections", 1), options.integer("most", 128));
        Timing timing = Timing.of(options.seconds("warm-up", 0.3), options.seconds("seconds", 1));
        Rounds rounds = new Rounds(options.integer("rounds", 3), timing, System.err::println);
        Duration settle = options.seconds("settle", 1);
        Path chief = Path.of(options.text("chief", "./chief")).toAbsolutePath();
        List<Outcome> outcomes = new ArrayList<>();
        try (Servers servers = Servers.open()) {
            Server theirs = servers.kamailio(Servers.needKamailio(), Set.of(carrier));
            Server ours = servers.chief(chief, Set.of(carrier));
            Comparison comparison = new Comparison(List.of(ours, theirs), rounds);
            for (Row row : rows) {
                outcomes.add(comparison.of(row, settle).getFirst());
            }
        }
        Path svg = Path.of(options.text("svg", "docs/performance.svg"));
        Files.writeString(svg, svg(outcomes));
        System.err.println("plot: " + svg);
        System.out.print(Table.of(outcomes));
        return true;
    }

    private static List<Row> rows(Carrier carrier, int connections, int most) {
        List<Row> rows = new ArrayList<>();
        for (int outstanding = 1; outstanding <= most; outstanding *= 2) {
            Load load = new Load(connections, outstanding);
            rows.add(new Row(carrier, load, Exchange.asking(carrier.dialect(), List.of())));
        }
        return rows;
    }

    /// Both charts count in Kamailio's figures of the first outcome, which has the fewest requests
    /// outstanding.
    static String svg(List<Outcome> outcomes) {
        Row row = outcomes.getFirst().row();
        int connections = row.load().connections();
        String where = row.carrier().word() + ", " + connections + (connections == 1 ? " connection" : " connections");
        String charts = chart("requests/s (" + where + ")", outcomes, Measurement::perSecond)
                        .svg(0)
                + chart("p99 (" + where + ")", outcomes, Measurement::p99Micros).svg(Chart.WIDTH);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title>Throughput and p99 against outstanding requests; 1 is Kamailio with the fewest</title>
                <rect width="100%%" height="100%%" fill="white"/>
                %s</svg>
                """.formatted(2 * Chart.WIDTH, Chart.HEIGHT, charts);
    }

    private static Chart chart(String title, List<Outcome> outcomes, ToDoubleFunction<Measurement> figure) {
        double unit = Outcome.median(outcomes.getFirst().theirs(), figure);
        return new Chart(
                title,
                List.of(
                        new Chart.Curve("ours", OURS, points(outcomes, o -> Outcome.median(o.ours(), figure) / unit)),
                        new Chart.Curve(
                                "Kamailio", THEIRS, points(outcomes, o -> Outcome.median(o.theirs(), figure) / unit))));
    }

    private static List<Chart.Point> points(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return outcomes.stream()
                .map(o -> new Chart.Point(o.row().load().outstanding(), figure.applyAsDouble(o)))
                .collect(Collectors.toList());
    }
}
