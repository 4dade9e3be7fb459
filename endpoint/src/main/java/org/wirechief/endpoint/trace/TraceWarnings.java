package org.wirechief.endpoint.trace;

import java.util.List;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.NearestName;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.Taps;

/// What of a [TracePolicy] does not come out as it was meant. Neither keeps a door from opening.
public final class TraceWarnings {
    private TraceWarnings() {}

    /// Looks at a policy once all modules are built: destinations and commands are theirs.
    ///
    /// @param asked whose names the list holds
    /// @return a line each, which begins with the parameter
    public static List<String> of(TracePolicy policy, Host host, Vocabulary asked) {
        String destination = policy.destination();
        if (destination == null) {
            return policy.list().kind() == TraceList.Kind.NONE
                    ? List.of()
                    : List.of(policy.module() + ".trace_bwlist without trace_destination: nothing is traced");
        }
        if (host.taps().find(destination) == null) {
            return List.of(policy.module() + ".trace_destination = " + destination + ": "
                    + known(destination, host.taps()) + "; nothing is traced");
        }
        List<CommandSpec> commands = host.dispatch().commands().list(asked);
        List<String> names = commands.stream().map(CommandSpec::name).toList();
        return policy.list().commands().stream()
                .sorted()
                .filter(entry -> commands.stream().noneMatch(command -> TraceList.goesBy(command, entry::equals)))
                .map(entry -> policy.module() + ".trace_bwlist: there is no command '" + entry + "'"
                        + NearestName.hint(entry, names))
                .toList();
    }

    private static String known(String destination, Taps taps) {
        List<String> names = taps.names().stream().sorted().toList();
        return names.isEmpty()
                ? "no destination is configured: load proto_hep and give it hep_id \"[" + destination + "]host:port\""
                : "there are " + String.join(", ", names) + NearestName.hint(destination, names);
    }
}
