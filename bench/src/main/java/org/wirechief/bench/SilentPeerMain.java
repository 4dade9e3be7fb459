package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What one peer that stopped reading costs everybody else: the same loads on our server beside it
/// and without it, in interleaved rounds. A second series without it tells by how much such rounds
/// differ on their own.
public final class SilentPeerMain {
    private static final String ROWS = "unixs 16x1; unixs 16x64; tcp 16x1; unixd 8x1; text-unixd 8x1; fifo 4x1";
    private static final List<String> HEAD =
            List.of("carrier", "load", "method", "beside", "requests/s", "p50", "p99", "CPU a request", "wrong+lost");
    private static final String USAGE = """
            silent-peer [OPTION VALUE]...

              --rows      what to look at, %s
              --rounds    measurements of each, 5
              --seconds   of a measurement, 2
              --warm-up   seconds before each measurement, 1
              --settle    seconds of load before the rounds of a row, 4
            """.formatted(ROWS);

    private SilentPeerMain() {}

    /// Ends with 1 when something could not be measured or a reply was wrong or lost, with 2 when
    /// the command line is wrong.
    public static void main(String[] args) {
        Command.run("silent-peer", USAGE, Plan.OPTIONS, SilentPeerMain::measure, args);
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        Path chief = Path.of(options.text("chief", "./chief")).toAbsolutePath();
        Plan plan = Plan.of(options, ROWS, 2);
        List<List<String>> lines = new ArrayList<>(List.of(HEAD));
        boolean fine = true;
        try (Servers servers = Servers.open()) {
            Server server = servers.chief(chief, plan.carriers());
            for (Row row : plan.rows()) {
                Outcomes found = outcomes(server, row, plan.rounds(), plan.settle());
                lines.add(cells("the peer", found.beside()));
                lines.add(cells("nobody", found.control()));
                fine &= Outcome.defects(found.beside().ours()).isNone()
                        && Outcome.defects(found.control().ours()).isNone();
            }
        }
        System.out.printf(
                "- %s; beside one peer that stopped reading, and once more beside nobody, divided by beside"
                        + " nobody: of the medians (least..most)%n%n%s",
                plan, Markdown.table(lines));
        return fine;
    }

    /// @param beside with the peer
    /// @param control without it
    private record Outcomes(Outcome beside, Outcome control) {}

    private static Outcomes outcomes(Server server, Row row, Rounds rounds, Duration settle) throws IOException {
        Contestant load = Contestant.of(server, row, rounds.timing().patience());
        Contestant beside = load.beside(() -> SilentPeer.of(server.target(row.carrier())));
        Contestant alone = load.beside(SilentPeer::nobody);
        List<Contestant> all = List.of(beside, alone, alone);
        rounds.settle(all, settle);
        List<List<Measurement>> found = rounds.of(all);
        List<Measurement> without = found.get(1);
        return new Outcomes(
                new Outcome(row, 0, 0, found.getFirst(), without), new Outcome(row, 0, 0, found.getLast(), without));
    }

    private static List<String> cells(String company, Outcome outcome) {
        return List.of(
                outcome.row().carrier().word(),
                Table.load(outcome.row()),
                outcome.row().exchange().text(),
                company,
                outcome.ratio(Measurement::perSecond).toString(),
                outcome.ratio(Measurement::p50Micros).toString(),
                outcome.ratio(Measurement::p99Micros).toString(),
                outcome.ratio(Measurement::cpuMicrosPerRequest).toString(),
                Table.defects(outcome.ours()));
    }
}
