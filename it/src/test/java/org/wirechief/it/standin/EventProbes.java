package org.wirechief.it.standin;

import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.core.Value;
import org.wirechief.core.Vocabulary;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventType;
import org.wirechief.core.event.Events;

/// The `probe_*` commands about events that the vectors were captured with: they publish and raise.
public final class EventProbes {
    private volatile Events events;

    public EventProbes() {}

    /// The events of the server that has the commands.
    public void use(Events ofServer) {
        events = ofServer;
    }

    public List<CommandSpec> commands() {
        return List.of(
                mi("probe_raise")
                        .param("event", TEXT)
                        .repeated("value", TEXT)
                        .run((call, reply) -> raise(call.args().octets(), parameters(call.args()), reply)),
                mi("probe_raisen")
                        .param("event", TEXT)
                        .param("namelen", INTEGER)
                        .param("valuelen", INTEGER)
                        .param("char", TEXT)
                        .param("count", INTEGER)
                        .run(this::raiseMany),
                mi("probe_raiseloop")
                        .param("event", TEXT)
                        .param("count", INTEGER)
                        .run(this::loop),
                mi("probe_publish").param("name", TEXT).run(this::publish));
    }

    private static CommandDraft mi(String name) {
        return CommandSpec.named(name).vocabulary(Vocabulary.MI);
    }

    /// `[name::]value`, `#n` is an integer.
    private static List<EventParameter> parameters(Args args) {
        List<EventParameter> all = new ArrayList<>();
        while (args.hasNext()) {
            Octets name = args.name();
            Octets value = args.octets();
            boolean number = !value.isEmpty() && value.at(0) == '#';
            all.add(new EventParameter(
                    name, number ? Value.of(Long.parseLong(value.toString().substring(1))) : new Value.Text(value)));
        }
        return all;
    }

    private void raiseMany(Call call, Reply reply) {
        Args args = call.args();
        Octets event = args.octets();
        String name = "n".repeat((int) args.integer());
        int length = (int) args.integer();
        EventParameter one = new EventParameter(name, args.text().repeat(length));
        raise(event, Collections.nCopies((int) args.integer(), one), reply);
    }

    private void loop(Call call, Reply reply) {
        Octets event = call.args().octets();
        long count = call.args().integer();
        for (long i = 0; i < count; i++) {
            events.find(event).orElseThrow().raise(new EventParameter("seq", i));
        }
        number("rc", 0, reply);
    }

    /// -1 when a receiver could not have it.
    private void raise(Octets event, List<EventParameter> parameters, Reply reply) {
        int result = 0;
        try {
            events.find(event)
                    .orElseThrow(() -> new Fault(404, "no such event"))
                    .raise(() -> parameters);
        } catch (Fault refusal) {
            result = -1;
        }
        number("rc", result, reply);
    }

    private void publish(Call call, Reply reply) {
        int id;
        try {
            id = Objects.requireNonNull(events)
                    .publish(EventType.named(call.args().text(0)))
                    .id();
        } catch (IllegalArgumentException refusal) {
            id = -1;
        }
        number("id", id, reply);
    }

    private static void number(String name, int value, Reply reply) {
        reply.rows("nodes", name, rows -> rows.row(row -> row.value("node", Integer.toString(value))));
    }
}
