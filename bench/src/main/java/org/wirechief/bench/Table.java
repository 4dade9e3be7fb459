package org.wirechief.bench;

import java.util.ArrayList;
import java.util.List;

/// Outcomes of a comparison as a Markdown table.
final class Table {
    private static final List<String> HEAD = List.of(
            "carrier",
            "load",
            "method",
            "requests/s",
            "p50",
            "p99",
            "CPU a request",
            "busy: ours, generator; Kamailio, generator",
            "wrong+lost: ours, Kamailio");

    private Table() {}

    static String of(List<Outcome> outcomes) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        outcomes.forEach(outcome -> lines.add(cells(outcome)));
        return Markdown.table(lines);
    }

    static String load(Row row) {
        return row.load().toString().replace("x", " x ");
    }

    private static List<String> cells(Outcome outcome) {
        Row row = outcome.row();
        return List.of(
                row.carrier().word(),
                load(row),
                row.exchange().text() + sizes(outcome),
                outcome.ratio(Measurement::perSecond).toString(),
                outcome.ratio(Measurement::p50Micros).toString(),
                outcome.ratio(Measurement::p99Micros).toString(),
                outcome.ratio(Measurement::cpuMicrosPerRequest).toString(),
                busy(outcome),
                defects(outcome.ours()) + ", " + defects(outcome.theirs()));
    }

    private static String sizes(Outcome outcome) {
        return outcome.ourReply() == outcome.theirReply()
                ? ""
                : " (" + outcome.ourReply() + " against " + outcome.theirReply() + " bytes)";
    }

    private static String busy(Outcome outcome) {
        return busy(outcome.ours()) + "; " + busy(outcome.theirs());
    }

    /// Processors kept busy by a server and by the generator.
    static String busy(List<Measurement> rounds) {
        return Ratio.number(Outcome.median(rounds, Measurement::serverBusy)) + ", "
                + Ratio.number(Outcome.median(rounds, Measurement::generatorBusy));
    }

    /// Wrong and lost replies.
    static String defects(List<Measurement> rounds) {
        Defects defects = Outcome.defects(rounds);
        return defects.wrong() + "+" + defects.lost();
    }
}
