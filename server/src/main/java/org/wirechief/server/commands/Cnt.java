package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Reply;
import org.wirechief.core.Statistic;
import org.wirechief.core.Statistics;

/// `cnt.*`: the numbers of the server as counters by group and name (spec ctl §13.3).
final class Cnt {
    private final Statistics statistics;

    private Cnt(Statistics statistics) {
        this.statistics = statistics;
    }

    static List<CommandSpec> of(Statistics statistics) {
        Cnt cnt = new Cnt(statistics);
        return List.of(
                cnt.get(),
                cnt.raw(),
                cnt.reset(),
                cnt.help(),
                cnt.groups("cnt.grps_list"),
                cnt.groups("cnt.list_groups"),
                cnt.names("cnt.var_list"),
                cnt.names("cnt.list_vars"),
                cnt.all("cnt.grp_get_all"),
                cnt.all("cnt.get_vars"));
    }

    private CommandSpec get() {
        return BuiltIns.rpc("cnt.get")
                .summary("Tells a counter, or all counters of a group.")
                .param("group", TEXT)
                .optional("name", TEXT)
                .example("ctl requests")
                .run((call, reply) -> {
                    String group = call.args().text();
                    String name = OptionalText.next(call.args(), "");
                    if (name.isEmpty()) {
                        group(group, reply);
                    } else {
                        reply.add(statistics.value(find(group, name)));
                    }
                });
    }

    private CommandSpec raw() {
        return BuiltIns.rpc("cnt.get_raw")
                .summary("Tells a counter as it is, resets not taken off.")
                .param("group", TEXT)
                .param("name", TEXT)
                .example("ctl requests")
                .run((call, reply) -> reply.add(find(call).value().getAsLong()));
    }

    private CommandSpec reset() {
        return BuiltIns.rpc("cnt.reset")
                .access(Access.WRITE)
                .summary("Counts from zero again.")
                .param("group", TEXT)
                .param("name", TEXT)
                .example("ctl requests")
                .run((call, _) -> statistics.reset(find(call)));
    }

    private CommandSpec help() {
        return BuiltIns.rpc("cnt.help")
                .summary("Says what a counter counts.")
                .param("group", TEXT)
                .param("name", TEXT)
                .example("ctl requests")
                .run((call, reply) -> reply.add(find(call).summary()));
    }

    private CommandSpec groups(String command) {
        return BuiltIns.rpc(command)
                .summary("Lists the groups of counters.")
                .run((_, reply) -> statistics.groups().forEach(reply::add));
    }

    private CommandSpec names(String command) {
        return BuiltIns.rpc(command)
                .summary("Lists the counters of a group.")
                .param("group", TEXT)
                .example("ctl")
                .run((call, reply) ->
                        statistics.list(call.args().text()).forEach(statistic -> reply.add(statistic.name())));
    }

    private CommandSpec all(String command) {
        return BuiltIns.rpc(command)
                .summary("Tells all counters of a group.")
                .param("group", TEXT)
                .example("ctl")
                .run((call, reply) -> group(call.args().text(), reply));
    }

    /// An unknown group is an empty struct.
    private void group(String group, Reply reply) {
        List<Statistic> some = statistics.list(group);
        reply.struct(s -> statistics.tell(some, (statistic, value) -> s.put(statistic.name(), value)));
    }

    private Statistic find(Call call) {
        Args args = call.args();
        return find(args.text(), args.text());
    }

    /// The text ends with a line feed on the wire (`faults/cnt-bad`).
    private Statistic find(String group, String name) {
        return statistics
                .find(group, name)
                .orElseThrow(() -> new Fault(400, "non-existent counter " + group + "." + name + "\n"));
    }
}
