package org.wirechief.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;

/// The events of a server and who wants them (spec mi-text §8). Safe for use by several threads.
///
/// ```java
/// EventSource blocked = events.publish(EventType.named("E_PIKE_BLOCKED").param("ip", TEXT));
/// blocked.raise(new EventParameter("ip", "192.168.2.11"));
/// ```
///
/// Events cannot be taken back. Subscriptions end when their time has passed, as soon as somebody
/// calls [#expire]: a transport does that when it is time, and is told when that is sooner than it
/// knows; whoever lists subscriptions does it before.
public final class Events {
    /// Further subscriptions are refused.
    public static final int MOST_SUBSCRIPTIONS = 100_000;

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int FULL = 500;
    private static final int DELETE = 0x7f;

    private final Map<Octets, EventSource> sources = new LinkedHashMap<>();
    private final List<EventTransport> transports = new CopyOnWriteArrayList<>();
    /// By target, with those that are still being emptied though nobody subscribes any more.
    private final Map<EventTarget, EventLine> lines = new HashMap<>();
    private int subscriptions;
    /// Of these, those nobody subscribes any more.
    private final Set<EventLine> unused = new HashSet<>();
    /// Those whose names are being looked up.
    private final Map<Wish, Asked> asked = new HashMap<>();
    private long tickets;
    private final Lapses lapses = new Lapses();
    private final Spreading spreading = new Spreading(transports);

    /// That somebody wants an event.
    private record Wish(EventSource source, Octets socket) {}

    /// How often somebody asks for the same at the moment, and which answer was the last to count.
    private static final class Asked {
        private int pending;
        private long newest;
    }

    public Events() {}

    /// Publishes an event, or finds the one of that name that was published before.
    public synchronized EventSource publish(EventType type) {
        return sources.computeIfAbsent(type.name(), _ -> new EventSource(sources.size(), type, spreading));
    }

    public synchronized Optional<EventSource> find(Octets name) {
        return Optional.ofNullable(sources.get(name));
    }

    /// The event of that name.
    ///
    /// @throws Fault 404 when there is none
    public EventSource require(Octets name) {
        return find(name)
                .orElseThrow(
                        () -> new Fault(NOT_FOUND, "no event " + name + " is published; events_list tells which are"));
    }

    /// All that were published, in that order.
    public synchronized List<EventSource> list() {
        return List.copyOf(sources.values());
    }

    /// Adds a way for events to leave.
    public void add(EventTransport transport) {
        transports.add(transport);
    }

    /// Subscribes for so long, or again: the same socket has one subscription an event, and asking
    /// again starts its time anew. May wait, where names are looked up.
    ///
    /// @param socket sockets are the same when all their bytes are
    /// @param lifetime in seconds; zero unsubscribes at once; null for ever
    /// @param now by the time that is handed to [#expire] too: one that does not jump when the
    ///     system's clock is set
    /// When several ask for the same at the same time, the one that came last counts, however long
    /// each look-up takes.
    ///
    /// @throws Fault 404 when there is no such event, 400 when no transport takes the socket or
    ///     control bytes are in it, 500 when there are too many subscriptions
    public void subscribe(Octets event, Octets socket, @Nullable Duration lifetime, Instant now) {
        EventSource source = require(event);
        if (lifetime != null && lifetime.isZero()) {
            if (unsubscribe(source, socket)) {
                expireSoon();
            } else {
                target(socket);
            }
            return;
        }
        Wish wish = new Wish(source, socket);
        long ticket = ask(wish);
        EventTarget target = null;
        try {
            target = target(socket);
        } finally {
            if (settle(wish, ticket, target, lifetime, now)) {
                expireSoon();
            }
        }
    }

    private void expireSoon() {
        transports.forEach(EventTransport::expireSoon);
    }

    /// Looks no name up: whoever cannot be found any more can be rid of all the same.
    private synchronized boolean unsubscribe(EventSource source, Octets socket) {
        Asked others = asked.get(new Wish(source, socket));
        if (others != null) {
            others.newest = ++tickets;
        }
        int before = subscriptions;
        end(source, socket);
        return others != null || subscriptions < before;
    }

    private synchronized long ask(Wish wish) {
        asked.computeIfAbsent(wish, _ -> new Asked()).pending++;
        return ++tickets;
    }

    /// @param target null when it was not found
    /// @return whether [#expire] is wanted sooner than it told
    private synchronized boolean settle(
            Wish wish, long ticket, @Nullable EventTarget target, @Nullable Duration lifetime, Instant now) {
        Asked all = Objects.requireNonNull(asked.get(wish));
        if (--all.pending == 0) {
            asked.remove(wish);
        }
        Instant known = lapses.next();
        if (target != null && all.newest < ticket) {
            all.newest = ticket;
            expire(now);
            keep(wish.source(), wish.socket(), target, lifetime, now);
        }
        return lapses.next().isBefore(known) || !unused.isEmpty();
    }

    private EventTarget target(Octets socket) {
        for (int i = 0; i < socket.length(); i++) {
            if (socket.at(i) < ' ' || socket.at(i) == DELETE) {
                // it would forge lines of the lists it is shown in
                throw new Fault(BAD_REQUEST, "a socket with a control byte, at " + i);
            }
        }
        for (EventTransport transport : transports) {
            EventTarget target = transport.target(socket);
            if (target != null) {
                return target;
            }
        }
        throw new Fault(BAD_REQUEST, "no module that is loaded delivers to " + socket);
    }

    private void keep(EventSource source, Octets socket, EventTarget target, @Nullable Duration lifetime, Instant now) {
        Subscription kept = source.find(socket);
        if (kept != null && kept.line().target().equals(target)) {
            kept.refresh(lifetime, now);
        } else {
            // The host's address may have changed since.
            end(source, socket);
            if (subscriptions >= MOST_SUBSCRIPTIONS) {
                throw new Fault(FULL, "there are " + subscriptions + " subscriptions, and no more are taken");
            }
            kept = new Subscription(socket, lines.computeIfAbsent(target, EventLine::new), lifetime, now);
            source.add(kept);
            unused.remove(kept.line());
            subscriptions++;
        }
        lapses.put(source, kept);
    }

    /// Ends the subscriptions whose time has passed.
    ///
    /// @return when to ask again at the latest; [Instant#MAX] while none ends
    public synchronized Instant expire(Instant now) {
        for (Lapses.Lapse due = lapses.due(now); due != null; due = lapses.due(now)) {
            end(due.source(), due.subscription().socket());
        }
        unused.removeIf(line -> line.isIdle() && lines.remove(line.target()) != null);
        return lapses.next();
    }

    private void end(EventSource source, Octets socket) {
        Subscription gone = source.remove(socket);
        if (gone != null) {
            subscriptions--;
            lapses.forget(gone);
            if (!gone.line().isUsed()) {
                unused.add(gone.line());
            }
        }
    }
}
