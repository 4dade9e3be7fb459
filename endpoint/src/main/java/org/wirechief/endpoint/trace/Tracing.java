package org.wirechief.endpoint.trace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.NearestName;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.Host;

/// How an open door is traced. Safe for use by several threads.
///
/// @param tap takes the copies
/// @param list says of which commands
/// @param backend what the copies call the door
public record Tracing(Tap tap, TraceList list, String backend) {
    private static final Logger LOG = System.getLogger(Tracing.class.getName());

    /// How a door is traced; null when it is not. What cannot be as it was configured is logged and
    /// not traced: the door opens all the same.
    ///
    /// @param asked whose names the list holds
    public static @Nullable Tracing of(TracePolicy policy, Host host, String backend, Vocabulary asked) {
        String destination = policy.destination();
        if (destination == null) {
            if (policy.list().kind() != TraceList.Kind.NONE) {
                warn(policy, "trace_bwlist without trace_destination: nothing is traced");
            }
            return null;
        }
        Tap tap = host.taps().find(destination);
        if (tap == null) {
            var names = host.taps().names().stream().sorted().toList();
            String known = names.isEmpty()
                    ? "no destination is configured: load proto_hep and give it hep_id \"[" + destination
                            + "]host:port\""
                    : "there are " + String.join(", ", names) + NearestName.hint(destination, names);
            warn(policy, "trace_destination = " + destination + ": " + known + "; nothing is traced");
            return null;
        }
        policy.list()
                .commands()
                .forEach(name -> check(policy, name, host.dispatch().commands(), asked));
        return new Tracing(tap, policy.list(), backend);
    }

    private static void check(TracePolicy policy, String name, Commands commands, Vocabulary asked) {
        List<CommandSpec> all = commands.list(asked);
        if (commands.find(asked, Octets.of(name)) == null
                && all.stream().noneMatch(spec -> spec.mi().canonical().equals(name))) {
            String near =
                    NearestName.hint(name, all.stream().map(CommandSpec::name).toList());
            warn(policy, "trace_bwlist: there is no command '" + name + "'" + near);
        }
    }

    private static void warn(TracePolicy policy, String what) {
        LOG.log(Level.WARNING, "{0}.{1}", policy.module(), what);
    }

    /// Whether a request is to be told of.
    ///
    /// @param called the name as its caller spelled it
    /// @param meant the command that means; null for none
    public boolean wants(Octets called, @Nullable CommandSpec meant) {
        return list.passes(called, meant);
    }
}
