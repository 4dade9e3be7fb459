package org.wirechief.bench;

import java.util.ArrayList;
import java.util.List;

/// What loads of several doors found, each beside the first of its group.
final class DoorTable {
    private static final List<String> HEAD = List.of(
            "door",
            "load",
            "method",
            "requests/s",
            "p50",
            "p99",
            "CPU a request",
            "busy: server, generator",
            "wrong+lost");

    private final List<List<String>> lines = new ArrayList<>(List.of(HEAD));

    /// @param base the rounds of the first of the group
    void add(Row row, List<Measurement> rounds, List<Measurement> base) {
        Outcome outcome = new Outcome(row, 0, 0, rounds, base);
        lines.add(List.of(
                row.carrier().word(),
                Table.load(row),
                row.exchange().text(),
                outcome.ratio(Measurement::perSecond).toString(),
                outcome.ratio(Measurement::p50Micros).toString(),
                outcome.ratio(Measurement::p99Micros).toString(),
                outcome.ratio(Measurement::cpuMicrosPerRequest).toString(),
                Table.busy(rounds),
                Table.defects(rounds)));
    }

    @Override
    public String toString() {
        return Markdown.table(lines);
    }
}
