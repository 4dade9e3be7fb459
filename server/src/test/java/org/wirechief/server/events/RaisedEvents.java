package org.wirechief.server.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventBudget;
import org.wirechief.core.event.EventCounters;
import org.wirechief.core.event.EventEncoder;
import org.wirechief.core.event.EventLine;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventTarget;
import org.wirechief.core.event.EventTransport;
import org.wirechief.core.event.EventType;
import org.wirechief.core.event.Events;
import org.wirechief.core.event.LineLimits;

/// Keeps what is raised, in the place of a transport.
final class RaisedEvents implements EventTransport, EventTarget, EventEncoder {
    private final Events events = new Events();
    private final EventCounters totals = new EventCounters();
    private final EventBudget budget = new EventBudget(1_000_000);
    private final List<Event> raised = Collections.synchronizedList(new ArrayList<>());

    RaisedEvents() {
        events.add(this);
    }

    /// An event that somebody wants.
    EventSource wanted(EventType type) {
        EventSource source = events.publish(type);
        events.subscribe(type.name(), Octets.of("anywhere"), null, Instant.EPOCH);
        return source;
    }

    EventSource unwanted(EventType type) {
        return events.publish(type);
    }

    List<Event> raised() {
        return List.copyOf(raised);
    }

    @Override
    public @Nullable EventTarget target(Octets socket) {
        return this;
    }

    @Override
    public EventEncoder encoder() {
        return this;
    }

    @Override
    public byte[] encode(Event event) {
        raised.add(event);
        return new byte[0];
    }

    @Override
    public LineLimits limits() {
        return new LineLimits(1, 1, LineLimits.Overflow.DROP_NEWEST);
    }

    @Override
    public EventBudget budget() {
        return budget;
    }

    @Override
    public EventCounters totals() {
        return totals;
    }

    @Override
    public void ready(EventLine line) {}
}
