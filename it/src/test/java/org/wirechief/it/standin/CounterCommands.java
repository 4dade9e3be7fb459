package org.wirechief.it.standin;

import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import org.wirechief.core.Args;
import org.wirechief.core.Command;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Reply;
import org.wirechief.core.Vocabulary;

/// `cnt.*` (spec ctl §13.3).
final class CounterCommands {
    private CounterCommands() {}

    static List<CommandSpec> of(Counters counters) {
        Command groups = (_, reply) -> counters.groups().forEach(reply::add);
        Command names = (call, reply) -> counters.names(call.args().text()).forEach(reply::add);
        Command values = (call, reply) -> values(counters, call.args().text(), reply);
        return List.of(
                rpc("cnt.grps_list").run(groups),
                rpc("cnt.list_groups").run(groups),
                rpc("cnt.var_list").param("group", TEXT).run(names),
                rpc("cnt.list_vars").param("group", TEXT).run(names),
                rpc("cnt.grp_get_all").param("group", TEXT).run(values),
                rpc("cnt.get_vars").param("group", TEXT).run(values),
                rpc("cnt.get").param("group", TEXT).optional("name", TEXT).run((call, reply) -> {
                    String group = call.args().text();
                    if (call.args().hasNext()) {
                        reply.add(value(counters, group, call.args().text()));
                    } else {
                        values(counters, group, reply);
                    }
                }),
                counter("cnt.get_raw").run((call, reply) -> {
                    Args args = call.args();
                    reply.add(value(counters, args.text(), args.text()));
                }),
                counter("cnt.reset").run((call, _) -> {
                    String group = call.args().text();
                    String name = call.args().text();
                    value(counters, group, name);
                    counters.set(group, name, 0);
                }),
                counter("cnt.help").run((call, reply) -> {
                    Args args = call.args();
                    value(counters, args.text(), args.text());
                    reply.add("kamailio statistic (no description)");
                }));
    }

    private static CommandDraft rpc(String name) {
        return CommandSpec.named(name).vocabulary(Vocabulary.RPC);
    }

    private static CommandDraft counter(String name) {
        return rpc(name).param("group", TEXT).param("name", TEXT);
    }

    private static long value(Counters counters, String group, String name) {
        return counters.get(group, name)
                .orElseThrow(() -> new Fault(400, "non-existent counter " + group + "." + name + "\n"));
    }

    private static void values(Counters counters, String group, Reply reply) {
        reply.struct(s -> counters.names(group).forEach(name -> s.put(name, value(counters, group, name))));
    }
}
