package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.ANY;
import static org.wirechief.core.ParamType.TEXT;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.MiAge;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.core.Value;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.endpoint.events.RaisedParameters;

/// `raise_event` (spec mi-json §11.4). In text each argument behind the event is a parameter, with
/// its name; in JSON `params` is an array of values, or the text of an object.
final class MiRaise {
    private final ServerState state;

    private MiRaise(ServerState state) {
        this.state = state;
    }

    static CommandSpec of(ServerState state) {
        return BuiltIns.mi("raise_event")
                .canonical("evi:raise")
                .age(MiAge.SINCE_1_8)
                .access(Access.WRITE)
                .summary("Raises an event with these parameters, for those who want it.")
                .param("event", TEXT)
                .optional("params", ANY)
                .example("E_PIKE_BLOCKED '{\"ip\":\"192.168.2.11\"}'")
                .run(new MiRaise(state)::raise);
    }

    private void raise(Call call, Reply reply) {
        Args args = call.args();
        Octets name = args.octets();
        EventSource source = state.events().find(name).orElseThrow(() -> new Fault(404, "Event not registered"));
        state.events().expire(state.steady().instant());
        if (!source.hasSubscribers()) {
            throw new Fault(480, "Temporarily Unavailable");
        }
        List<EventParameter> parameters = new ArrayList<>();
        reply.inText(
                _ -> parameters.addAll(lines(args)),
                _ -> parameters.addAll(args.hasNext() ? structured(args) : List.of()));
        source.raise(() -> parameters);
        reply.ok();
    }

    private static List<EventParameter> lines(Args args) {
        List<EventParameter> all = new ArrayList<>();
        while (args.hasNext()) {
            Octets name = args.name();
            all.add(new EventParameter(name, new Value.Text(args.octets())));
        }
        return all;
    }

    private static List<EventParameter> structured(Args args) {
        Octets json = args.json();
        return switch (args.value()) {
            case Value.Arr(List<Value> elements) ->
                known(json == null ? RaisedParameters.ofArray(elements) : RaisedParameters.ofArrayText(json));
            case Value.Text(Octets text) -> known(RaisedParameters.ofText(text));
            case Value.Int _, Value.Real _ -> throw new Fault(400, "Bad Params");
            case Value.Nil _, Value.Bool _, Value.Blob _, Value.Struct _ -> throw new Fault(400, "No Params");
        };
    }

    private static List<EventParameter> known(@Nullable List<EventParameter> parameters) {
        if (parameters == null) {
            throw new Fault(400, "Bad Params");
        }
        return parameters;
    }
}
