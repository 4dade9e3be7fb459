package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Compares our server with the Kamailio of this machine, and prints ratios.
public final class CompareMain {
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
        Command.run("compare", USAGE, Plan.OPTIONS, CompareMain::compare, args);
    }

    private static boolean compare(Options options) throws IOException, InterruptedException {
        Plan plan = Plan.of(options, Row.USUAL, 3);
        Path kamailio = Servers.needKamailio();
        Path chief = Path.of(options.text("chief", "./chief")).toAbsolutePath();
        List<String> machine = Machine.describe(kamailio);
        try (Servers servers = Servers.open()) {
            Server theirs = servers.kamailio(kamailio, plan.carriers());
            Server ours = servers.chief(chief, plan.carriers());
            Comparison comparison = new Comparison(List.of(ours, theirs), plan.rounds());
            machine.forEach(System.out::println);
            System.out.printf("- %s; ours divided by Kamailio's: of the medians (least..most)%n%n", plan);
            List<Outcome> outcomes =
                    comparison.of(plan.rows(), plan.settle(), why -> System.err.println("compare: " + why)).stream()
                            .map(List::getFirst)
                            .toList();
            System.out.print(Table.of(outcomes));
            return outcomes.size() == plan.rows().size();
        }
    }
}
