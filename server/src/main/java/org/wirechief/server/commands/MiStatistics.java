package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.MiAge;
import org.wirechief.core.Reply;
import org.wirechief.core.Statistic;
import org.wirechief.core.Statistics;

/// `get_statistics`, `list_statistics`, `reset_statistics`, `reset_all_statistics`
/// (spec mi-text §7, mi-json §13). What a choice does not find is passed over.
final class MiStatistics {
    private static final int NOT_FOUND = 404;
    private static final String NONE = "Statistics Not Found";

    private final Statistics statistics;

    private MiStatistics(Statistics statistics) {
        this.statistics = statistics;
    }

    static List<CommandSpec> of(Statistics statistics) {
        MiStatistics mi = new MiStatistics(statistics);
        return List.of(
                named("get_statistics", "statistics:get")
                        .summary("Tells statistics: all, those of a group (core:), or single ones by name.")
                        .oneOrMore("statistics", TEXT)
                        .example("core: shmem:")
                        .run(mi::get),
                named("list_statistics", "statistics:list")
                        .summary("Lists statistics, all or the chosen ones, and whether they can be reset.")
                        .repeated("statistics", TEXT)
                        .example("core:")
                        .age(MiAge.SINCE_1_8)
                        .run(mi::list),
                named("reset_statistics", "statistics:reset")
                        .access(Access.WRITE)
                        .summary("Counts these statistics from zero again.")
                        .oneOrMore("statistics", TEXT)
                        .example("rcv_requests")
                        .run(mi::reset),
                named("reset_all_statistics", "statistics:reset_all")
                        .access(Access.WRITE)
                        .summary("Counts all statistics from zero again.")
                        .run(mi::resetAll));
    }

    private static CommandDraft named(String name, String canonical) {
        return BuiltIns.mi(name).exporter("statistics").canonical(canonical);
    }

    private void get(Call call, Reply reply) {
        List<Statistic> chosen = new ArrayList<>();
        for (String choice : atLeastOne(call.args())) {
            chosen.addAll(choice.equals("all") ? statistics.list() : chosen(choice));
        }
        if (chosen.isEmpty()) {
            none(reply);
            return;
        }
        reply.inOldText(
                old -> statistics.tell(chosen, (s, value) -> old.line(s.group() + ":" + s.name() + " = " + value)),
                now -> now.struct(members ->
                        statistics.tell(chosen, (s, value) -> members.put(s.group() + ":" + s.name(), value))));
    }

    private void list(Call call, Reply reply) {
        List<Map.Entry<String, Statistic>> chosen = new ArrayList<>();
        if (!call.args().hasNext()) {
            statistics.list().forEach(s -> chosen.add(Map.entry(s.group() + ":" + s.name(), s)));
        }
        for (String choice : all(call.args())) {
            boolean group = isGroup(choice);
            chosen(choice).forEach(s -> chosen.add(Map.entry(group ? s.group() + ":" + s.name() : s.name(), s)));
        }
        if (chosen.isEmpty()) {
            none(reply);
        } else {
            reply.struct(members -> chosen.forEach(entry ->
                    members.put(entry.getKey(), entry.getValue().isIncremental() ? "incremental" : "non-incremental")));
        }
    }

    /// An empty struct where one can be told from success (`get_stat_unknown_grp`).
    private static void none(Reply reply) {
        reply.inText(text -> text.fault(NOT_FOUND, NONE), other -> other.struct(_ -> {}));
    }

    /// Takes names only; what is found and cannot be reset is a success.
    private void reset(Call call, Reply reply) {
        Map<String, Statistic> found = new LinkedHashMap<>();
        for (String name : atLeastOne(call.args())) {
            Optional<Statistic> statistic = statistics.find(name);
            statistic.ifPresent(s -> found.put(name, s));
        }
        if (found.isEmpty()) {
            throw new Fault(NOT_FOUND, NONE);
        }
        found.values().forEach(statistics::reset);
        reply.ok();
    }

    private void resetAll(Call call, Reply reply) {
        statistics.list().forEach(statistics::reset);
        reply.ok();
    }

    private List<Statistic> chosen(String choice) {
        return isGroup(choice)
                ? statistics.listIgnoringCase(choice.substring(0, choice.length() - 1))
                : statistics.find(choice).stream().toList();
    }

    private static boolean isGroup(String choice) {
        return choice.length() > 1 && choice.endsWith(":");
    }

    /// Where there is no argument the dialect says so.
    private static List<String> atLeastOne(Args args) {
        List<String> choices = new ArrayList<>();
        choices.add(args.text());
        choices.addAll(all(args));
        return choices;
    }

    private static List<String> all(Args args) {
        List<String> choices = new ArrayList<>();
        while (args.hasNext()) {
            choices.add(args.text());
        }
        return choices;
    }
}
