package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Reply;
import org.wirechief.core.Statistic;
import org.wirechief.core.Statistics;

/// `stats.*`: the numbers of the server as statistics, chosen with `all`, `group:` or `name`
/// (spec ctl §13.3). A choice that names nothing is passed over.
final class Stats {
    private final Statistics statistics;

    private Stats(Statistics statistics) {
        this.statistics = statistics;
    }

    static List<CommandSpec> of(Statistics statistics) {
        Stats stats = new Stats(statistics);
        return List.of(
                choosing("stats.get_statistics")
                        .summary("Tells statistics, a line each.")
                        .run((call, reply) -> stats.chosen(call).forEach(s -> reply.line(stats.line(s)))),
                choosing("stats.fetch")
                        .summary("Tells statistics as text, in a struct.")
                        .run((call, reply) -> stats.fetch(call, reply)),
                choosing("stats.fetchn")
                        .summary("Tells statistics as numbers, in a struct.")
                        .run((call, reply) -> stats.fetchNumbers(call, reply)),
                choosing("stats.reset_statistics")
                        .access(Access.WRITE)
                        .summary("Counts from zero again.")
                        .run((call, _) -> stats.chosen(call).forEach(statistics::reset)),
                choosing("stats.clear_statistics")
                        .access(Access.WRITE)
                        .summary("Counts from zero again and tells what was counted.")
                        .run((call, reply) -> stats.clear(call, reply)));
    }

    private static CommandDraft choosing(String name) {
        return BuiltIns.rpc(name).repeated("choice", TEXT).example("ctl:");
    }

    private void fetch(Call call, Reply reply) {
        List<Statistic> some = chosen(call);
        reply.struct(struct ->
                some.forEach(s -> struct.put(s.group() + "." + s.name(), Long.toString(statistics.value(s)))));
    }

    /// As reals: an integer of BINRPC has 32 bits only (`types/stats-fetchn`).
    private void fetchNumbers(Call call, Reply reply) {
        List<Statistic> some = chosen(call);
        reply.struct(struct -> some.forEach(s -> struct.put(s.group() + "." + s.name(), (double) statistics.value(s))));
    }

    private void clear(Call call, Reply reply) {
        for (Statistic s : chosen(call)) {
            long before = statistics.value(s);
            statistics.reset(s);
            reply.add(statistics.value(s) == before ? line(s) : line(s) + " (" + before + ")");
        }
    }

    private String line(Statistic s) {
        return s.group() + ":" + s.name() + " = " + statistics.value(s);
    }

    private List<Statistic> chosen(Call call) {
        Args args = call.args();
        List<Statistic> chosen = new ArrayList<>();
        boolean any = false;
        while (args.hasNext()) {
            chosen.addAll(matching(args.text()));
            any = true;
        }
        if (!any) {
            throw new Fault(400, "Please provide which stats to retrieve");
        }
        return chosen;
    }

    private List<Statistic> matching(String choice) {
        if (choice.equals("all")) {
            return statistics.list();
        }
        if (choice.endsWith(":")) {
            return statistics.list(choice.substring(0, choice.length() - 1));
        }
        return statistics.list().stream().filter(s -> s.name().equals(choice)).toList();
    }
}
