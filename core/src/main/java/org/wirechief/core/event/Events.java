package org.wirechief.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
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
/// calls [#expire]: a transport does that all the time, and whoever lists subscriptions does it
/// before.
public final class Events {
    /// Further subscriptions are refused.
    public static final int MOST_SUBSCRIPTIONS = 100_000;

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int FULL = 500;

    private final Map<Octets, EventSource> sources = new LinkedHashMap<>();
    private final List<EventTransport> transports = new CopyOnWriteArrayList<>();
    /// By target, with those that are still being emptied though nobody subscribes any more.
    private final Map<EventTarget, EventLine> lines = new HashMap<>();
    private int subscriptions;
    private boolean linesMayBeUnused;
    /// No subscription ends before.
    private Instant firstEnd = Instant.MAX;

    public Events() {}

    /// Publishes an event, or finds the one of that name that was published before.
    public synchronized EventSource publish(EventType type) {
        return sources.computeIfAbsent(type.name(), _ -> new EventSource(sources.size(), type));
    }

    public synchronized Optional<EventSource> find(Octets name) {
        return Optional.ofNullable(sources.get(name));
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
    /// @throws Fault 404 when there is no such event, 400 when no transport takes the socket, 500
    ///     when there are too many subscriptions
    public void subscribe(Octets event, Octets socket, @Nullable Duration lifetime, Instant now) {
        EventSource source = find(event)
                .orElseThrow(
                        () -> new Fault(NOT_FOUND, "no event " + event + " is published; events_list tells which are"));
        boolean ends = lifetime != null && lifetime.isZero();
        if (ends && unsubscribe(source, socket)) {
            return;
        }
        EventTarget target = target(socket);
        if (!ends) {
            synchronized (this) {
                expire(now);
                keep(source, socket, target, lifetime, now);
            }
        }
    }

    /// Looks no name up: whoever cannot be found any more can be rid of all the same.
    private synchronized boolean unsubscribe(EventSource source, Octets socket) {
        int before = subscriptions;
        remove(source, one -> one.socket().equals(socket));
        return subscriptions < before;
    }

    private EventTarget target(Octets socket) {
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
            remove(source, one -> one.socket().equals(socket));
            if (subscriptions >= MOST_SUBSCRIPTIONS) {
                throw new Fault(FULL, "there are " + subscriptions + " subscriptions, and no more are taken");
            }
            kept = new Subscription(socket, lines.computeIfAbsent(target, EventLine::new), lifetime, now);
            source.addFirst(kept);
            subscriptions++;
        }
        if (kept.end().isBefore(firstEnd)) {
            firstEnd = kept.end();
        }
    }

    /// Ends the subscriptions whose time has passed.
    ///
    /// @return when to ask again at the latest; [Instant#MAX] while none ends
    public synchronized Instant expire(Instant now) {
        if (!now.isBefore(firstEnd)) {
            Instant next = Instant.MAX;
            for (EventSource source : sources.values()) {
                remove(source, one -> !now.isBefore(one.end()));
                for (Subscription one : source.subscriptions()) {
                    next = one.end().isBefore(next) ? one.end() : next;
                }
            }
            firstEnd = next;
        }
        if (linesMayBeUnused) {
            forgetLines();
        }
        return firstEnd;
    }

    private void remove(EventSource source, Predicate<Subscription> condition) {
        int gone = source.removeIf(condition).size();
        subscriptions -= gone;
        linesMayBeUnused |= gone > 0;
    }

    private void forgetLines() {
        Set<EventLine> used = new HashSet<>();
        sources.values().forEach(source -> source.subscriptions().forEach(one -> used.add(one.line())));
        lines.values().removeIf(line -> !used.contains(line) && line.isIdle());
        linesMayBeUnused = lines.size() > used.size();
    }
}
