package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.MiAge;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.core.Row;
import org.wirechief.core.Rows;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.Subscription;

/// `subscribers_list`: who wants an event, the newest first (spec mi-text §8.5, mi-json §11.3).
/// What was lost on the way to somebody is told where there is something to tell.
final class MiSubscribers {
    private static final int NOT_FOUND = 404;
    private static final String NEVER = "never";

    private final ServerState state;

    /// An event and some of those who want it.
    private record Wanted(EventSource source, List<Subscription> by) {}

    private MiSubscribers(ServerState state) {
        this.state = state;
    }

    static CommandSpec of(ServerState state) {
        return BuiltIns.mi("subscribers_list")
                .canonical("evi:subscribers")
                .age(MiAge.SINCE_1_8)
                .summary("Lists who wants events, or an event, or tells of one who does.")
                .optional("event", TEXT)
                .optional("socket", TEXT)
                .example("E_PIKE_BLOCKED")
                .run(new MiSubscribers(state)::list);
    }

    private void list(Call call, Reply reply) {
        Instant now = state.steady().instant();
        state.events().expire(now);
        Args args = call.args();
        if (!args.hasNext()) {
            all(now, reply);
            return;
        }
        EventSource source =
                state.events().find(args.octets()).orElseThrow(() -> new Fault(NOT_FOUND, "Event not published"));
        Octets socket = args.hasNext() ? args.octets() : null;
        if (args.hasNext()) {
            throw new Fault(400, "Too few or too many arguments");
        }
        one(source, socket, now, reply);
    }

    private void all(Instant now, Reply reply) {
        List<Wanted> wanted = state.events().list().stream()
                .map(source -> new Wanted(source, source.subscriptions()))
                .filter(one -> !one.by().isEmpty())
                .toList();
        reply.inText(
                text -> rows(wanted, text),
                other -> other.struct(answer -> answer.array(
                        "Events", events -> wanted.forEach(one -> events.struct(event -> event(one, now, event))))));
    }

    private void one(EventSource source, @Nullable Octets socket, Instant now, Reply reply) {
        Wanted all = new Wanted(source, source.subscriptions());
        Wanted wanted = socket == null ? all : only(socket, all);
        reply.inText(
                text -> rows(wanted.by().isEmpty() ? List.of() : List.of(wanted), text),
                other -> other.struct(answer -> answer.struct("Event", event -> {
                    if (socket != null) {
                        head(source, event);
                        event.struct("Subscriber", one -> subscriber(wanted.by().getFirst(), now, one));
                    } else if (!wanted.by().isEmpty()) {
                        event(wanted, now, event);
                    }
                })));
    }

    private static Wanted only(Octets socket, Wanted all) {
        return all.by().stream()
                .filter(one -> one.socket().equals(socket))
                .findFirst()
                .map(one -> new Wanted(all.source(), List.of(one)))
                .orElseThrow(() -> new Fault(NOT_FOUND, "Subscriber does not exist"));
    }

    private static void event(Wanted wanted, Instant now, Members event) {
        head(wanted.source(), event);
        event.array(
                "Subscribers", all -> wanted.by().forEach(one -> all.struct(member -> subscriber(one, now, member))));
    }

    private static void head(EventSource source, Members event) {
        event.put(Octets.of("name"), source.name());
        event.put("id", source.id());
    }

    private static void subscriber(Subscription one, Instant now, Members member) {
        member.put(Octets.of("socket"), one.socket());
        Duration lifetime = one.lifetime();
        if (lifetime == null) {
            member.put("expire", NEVER);
        } else {
            member.put("expire", lifetime.toSeconds());
            member.put("ttl", one.secondsLeft(now));
        }
        long dropped = one.counters().dropped.sum();
        if (dropped > 0) {
            member.put("dropped", dropped);
        }
        long failed = one.counters().failed.sum();
        if (failed > 0) {
            member.put("failed", failed);
        }
    }

    private static void rows(List<Wanted> wanted, Reply text) {
        text.rows(
                "Events",
                "Event",
                rows -> wanted.forEach(one -> rows.row(row -> {
                    row.value("name", one.source().name().toString());
                    row.attr("id", one.source().id());
                    row.rows("Subscribers", "Subscriber", all -> subscribers(one.by(), all));
                })));
    }

    private static void subscribers(List<Subscription> all, Rows rows) {
        all.forEach(one -> rows.row(row -> subscriber(one, row)));
    }

    private static void subscriber(Subscription one, Row row) {
        row.attr("socket", one.socket());
        Duration lifetime = one.lifetime();
        row.attr("expire", lifetime == null ? NEVER : Long.toString(lifetime.toSeconds()));
        long dropped = one.counters().dropped.sum();
        if (dropped > 0) {
            row.attr("dropped", dropped);
        }
        long failed = one.counters().failed.sum();
        if (failed > 0) {
            row.attr("failed", failed);
        }
    }
}
