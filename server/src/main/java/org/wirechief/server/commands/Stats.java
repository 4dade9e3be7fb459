package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final String NOTHING_TO_TELL = "Please provide which stats to retrieve";
    private static final String NOTHING_TO_RESET = "Please provide stats name";

    private final Statistics statistics;

    private Stats(Statistics statistics) {
        this.statistics = statistics;
    }

    static List<CommandSpec> of(Statistics statistics) {
        Stats stats = new Stats(statistics);
        return List.of(
                choosing("stats.get_statistics")
                        .summary("Tells statistics, a line each.")
                        .run((call, reply) -> stats.tell(call, reply)),
                choosing("stats.fetch")
                        .summary("Tells statistics as text, in a struct.")
                        .run((call, reply) -> stats.fetch(call, reply)),
                choosing("stats.fetchn")
                        .summary("Tells statistics as numbers, in a struct.")
                        .run((call, reply) -> stats.fetchNumbers(call, reply)),
                choosing("stats.reset_statistics")
                        .access(Access.WRITE)
                        .summary("Counts from zero again.")
                        .run((call, _) -> stats.reset(call)),
                choosing("stats.clear_statistics")
                        .access(Access.WRITE)
                        .summary("Counts from zero again and tells what was counted.")
                        .run((call, reply) -> stats.clear(call, reply)));
    }

    private static CommandDraft choosing(String name) {
        return BuiltIns.rpc(name).oneOrMore("choice", TEXT).example("ctl:");
    }

    private void tell(Call call, Reply reply) {
        Chosen chosen = chosen(call, NOTHING_TO_TELL);
        statistics.tell(chosen.all, (s, value) -> reply.line(line(s, value)));
        chosen.end();
    }

    private void fetch(Call call, Reply reply) {
        Chosen chosen = chosen(call, NOTHING_TO_TELL);
        reply.struct(struct ->
                statistics.tell(chosen.all, (s, n) -> struct.put(s.group() + "." + s.name(), Long.toString(n))));
        chosen.end();
    }

    /// As reals: an integer of BINRPC has 32 bits only (`types/stats-fetchn`).
    private void fetchNumbers(Call call, Reply reply) {
        Chosen chosen = chosen(call, NOTHING_TO_TELL);
        reply.struct(struct ->
                statistics.tell(chosen.all, (s, n) -> struct.put(s.group() + "." + s.name(), (double) n)));
        chosen.end();
    }

    private void reset(Call call) {
        Chosen chosen = chosen(call, NOTHING_TO_RESET);
        chosen.all.forEach(statistics::reset);
        chosen.end();
    }

    private void clear(Call call, Reply reply) {
        Chosen chosen = chosen(call, NOTHING_TO_RESET);
        for (Statistic s : chosen.all) {
            long before = statistics.reset(s);
            String now = line(s, statistics.value(s));
            reply.add(s.isIncremental() && before != 0 ? now + " (" + before + ")" : now);
        }
        chosen.end();
    }

    private static String line(Statistic s, long value) {
        return s.group() + ":" + s.name() + " = " + value;
    }

    /// What the arguments choose, up to one that is no text.
    ///
    /// @param broken the fault about that one
    private record Chosen(List<Statistic> all, Optional<Fault> broken) {
        /// The fault counts where nothing was answered (spec ctl §8.2).
        void end() {
            broken.ifPresent(fault -> {
                throw fault;
            });
        }
    }

    private Chosen chosen(Call call, String otherwise) {
        Args args = call.args();
        List<Statistic> chosen = new ArrayList<>();
        boolean any = false;
        try {
            while (args.hasNext()) {
                chosen.addAll(matching(args.text()));
                any = true;
            }
        } catch (Fault fault) {
            if (any || !fault.isAboutArgument()) {
                return new Chosen(chosen, Optional.of(fault));
            }
        }
        if (!any) {
            throw new Fault(400, otherwise);
        }
        return new Chosen(chosen, Optional.empty());
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
