package org.wirechief.core.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;

/// A published event: where it is raised, and who wants it. Safe for use by several threads.
///
/// Raising never waits for a receiver, and costs next to nothing while nobody wants the event. What
/// one thread raises reaches each receiver in that order.
public final class EventSource {
    private static final Logger LOG = System.getLogger(EventSource.class.getName());
    private static final int SERVER_ERROR = 500;

    private final int id;
    private final EventType type;
    private final LongAdder raised = new LongAdder();
    /// The newest first (spec mi-text §8.3).
    private volatile List<Subscription> subscriptions = List.of();
    /// The same, for [Events] and under its lock.
    private final Map<Octets, Subscription> bySocket = new HashMap<>();

    EventSource(int id, EventType type) {
        this.id = id;
        this.type = type;
    }

    /// Its number: events are counted from 0 in the order they were published.
    public int id() {
        return id;
    }

    public EventType type() {
        return type;
    }

    public Octets name() {
        return type.name();
    }

    /// How often it was raised while somebody wanted it.
    public long raised() {
        return raised.sum();
    }

    /// Who wants it, the newest first.
    public List<Subscription> subscriptions() {
        return subscriptions;
    }

    /// Worth asking before parameters are gathered at some cost.
    public boolean hasSubscribers() {
        return !subscriptions.isEmpty();
    }

    /// Raises it.
    ///
    /// @param parameters asked for only when somebody wants the event
    /// @throws Fault when a receiver cannot have it, for it is too long or cannot be written; those
    ///     who can have it get it all the same. What went wrong otherwise is its cause
    public void raise(Supplier<List<EventParameter>> parameters) {
        List<Subscription> all = subscriptions;
        if (all.isEmpty()) {
            return;
        }
        raised.increment();
        Event event;
        try {
            event = new Event(name(), parameters.get());
        } catch (RuntimeException | StackOverflowError accident) {
            all.forEach(one -> one.line().failed(one));
            throw refusal(accident);
        }
        deliver(event, all);
    }

    /// Raises it with what is at hand already.
    ///
    /// @throws Fault as [#raise(Supplier)]
    public void raise(EventParameter... parameters) {
        raise(() -> List.of(parameters));
    }

    private void deliver(Event event, List<Subscription> all) {
        Map<EventEncoder, byte[]> encodings = new HashMap<>(4);
        Map<EventEncoder, Fault> refusals = new HashMap<>(0);
        for (Subscription subscription : all) {
            EventLine line = subscription.line();
            byte[] encoded = encoded(event, line.target().encoder(), encodings, refusals);
            if (encoded == null) {
                line.failed(subscription);
            } else {
                line.add(encoded, subscription);
            }
        }
        for (Fault refusal : refusals.values()) {
            throw refusal;
        }
    }

    private byte @Nullable [] encoded(
            Event event, EventEncoder encoder, Map<EventEncoder, byte[]> encodings, Map<EventEncoder, Fault> refusals) {
        byte[] known = encodings.get(encoder);
        if (known != null || refusals.containsKey(encoder)) {
            return known;
        }
        try {
            byte[] encoded = encoder.encode(event);
            encodings.put(encoder, encoded);
            return encoded;
        } catch (RuntimeException | StackOverflowError accident) {
            refusals.put(encoder, refusal(accident));
            return null;
        }
    }

    /// As a fault, which whoever raises is prepared for.
    private Fault refusal(Throwable accident) {
        if (accident instanceof Fault fault) {
            return fault;
        }
        Fault fault = new Fault(SERVER_ERROR, "the event " + name() + " cannot be written: " + accident);
        LOG.log(Level.WARNING, fault.reason(), accident);
        return fault;
    }

    void addFirst(Subscription subscription) {
        List<Subscription> more = new ArrayList<>(subscriptions.size() + 1);
        more.add(subscription);
        more.addAll(subscriptions);
        subscriptions = List.copyOf(more);
        bySocket.put(subscription.socket(), subscription);
        subscription.line().use(1);
    }

    /// Ends those that meet the condition.
    ///
    /// @return the ended ones
    List<Subscription> removeIf(Predicate<Subscription> condition) {
        List<Subscription> gone = subscriptions.stream().filter(condition).toList();
        if (!gone.isEmpty()) {
            gone.forEach(this::end);
            subscriptions =
                    subscriptions.stream().filter(one -> !one.hasEnded()).toList();
        }
        return gone;
    }

    private void end(Subscription one) {
        one.finish();
        one.line().use(-1);
        bySocket.remove(one.socket());
    }

    @Nullable
    Subscription find(Octets socket) {
        return bySocket.get(socket);
    }
}
