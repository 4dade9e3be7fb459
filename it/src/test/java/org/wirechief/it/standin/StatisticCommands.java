package org.wirechief.it.standin;

import static org.wirechief.core.ParamType.TEXT;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Args;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Vocabulary;

/// `stats.*`: the counters as lines, as members that are text, and as members that are doubles
/// (spec ctl §13.3).
final class StatisticCommands {
    private StatisticCommands() {}

    private record Chosen(String group, String name, long value) {}

    static List<CommandSpec> of(Counters counters) {
        return List.of(
                rpc("stats.get_statistics")
                        .run((call, reply) -> chosen(counters, call.args())
                                .forEach(c -> reply.line(c.group + ":" + c.name + " = " + c.value))),
                rpc("stats.fetch").run((call, reply) -> {
                    List<Chosen> chosen = chosen(counters, call.args());
                    reply.struct(s -> chosen.forEach(c -> s.put(c.group + "." + c.name, Long.toString(c.value))));
                }),
                rpc("stats.fetchn").run((call, reply) -> {
                    List<Chosen> chosen = chosen(counters, call.args());
                    reply.struct(s -> chosen.forEach(c -> s.put(c.group + "." + c.name, (double) c.value)));
                }));
    }

    private static CommandDraft rpc(String name) {
        return CommandSpec.named(name).vocabulary(Vocabulary.RPC).repeated("statistic", TEXT);
    }

    private static List<Chosen> chosen(Counters counters, Args args) {
        if (!args.hasNext()) {
            throw new Fault(400, "Please provide which stats to retrieve");
        }
        List<Chosen> chosen = new ArrayList<>();
        while (args.hasNext()) {
            String wanted = args.text();
            for (String group : counters.groups()) {
                counters.names(group).stream()
                        .filter(name -> wanted.equals("all") || wanted.equals(group + ":") || wanted.equals(name))
                        .forEach(name -> chosen.add(new Chosen(
                                group, name, counters.get(group, name).orElseThrow())));
            }
        }
        return chosen;
    }
}
