package org.wirechief.bench;

import java.util.ArrayList;
import java.util.List;

/// Ours and Kamailio's figures, each divided by the bare server's, as a Markdown table.
final class FloorTable {
    private static final List<String> HEAD = List.of(
            "carrier",
            "load",
            "requests/s: ours",
            "Kamailio's",
            "CPU a request: ours",
            "Kamailio's",
            "busy: bare, generator; ours, generator",
            "wrong+lost: ours, Kamailio, bare");

    private FloorTable() {}

    /// @param rows of each ours and Kamailio's, beside the bare server's
    static String of(List<List<Outcome>> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(cells(row.getFirst(), row.getLast())));
        return Markdown.table(lines);
    }

    private static List<String> cells(Outcome ours, Outcome theirs) {
        return List.of(
                ours.row().carrier().word(),
                Table.load(ours.row()),
                ours.ratio(Measurement::perSecond).toString(),
                theirs.ratio(Measurement::perSecond).toString(),
                ours.ratio(Measurement::cpuMicrosPerRequest).toString(),
                theirs.ratio(Measurement::cpuMicrosPerRequest).toString(),
                Table.busy(ours.theirs()) + "; " + Table.busy(ours.ours()),
                Table.defects(ours.ours()) + ", " + Table.defects(theirs.ours()) + ", " + Table.defects(ours.theirs()));
    }
}
