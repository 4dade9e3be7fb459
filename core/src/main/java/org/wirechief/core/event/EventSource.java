package org.wirechief.core.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    private final Spreading spreading;
    private final LongAdder raised = new LongAdder();
    /// The oldest first. Changed by [Events] alone, under its lock.
    private final LinkedHashMap<Octets, Subscription> bySocket = new LinkedHashMap<>();
    private volatile boolean wanted;
    /// Null since they changed: it is made when somebody asks, not for each of many who subscribe.
    private volatile @Nullable Listing listing;

    /// @param subscriptions the newest first (spec mi-text §8.3)
    /// @param encoders of their targets
    private record Listing(List<Subscription> subscriptions, Set<EventEncoder> encoders) {
        static Listing of(Collection<Subscription> subscriptions) {
            return new Listing(
                    List.copyOf(subscriptions),
                    subscriptions.stream()
                            .map(one -> one.line().target().encoder())
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    EventSource(int id, EventType type, Spreading spreading) {
        this.id = id;
        this.type = type;
        this.spreading = spreading;
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
        return listing().subscriptions();
    }

    private Listing listing() {
        Listing known = listing;
        if (known != null) {
            return known;
        }
        synchronized (bySocket) {
            known = listing;
            if (known == null) {
                known = Listing.of(bySocket.sequencedValues().reversed());
                listing = known;
            }
            return known;
        }
    }

    /// Worth asking before parameters are gathered at some cost.
    public boolean hasSubscribers() {
        return wanted;
    }

    /// Raises it. When more than 1,000 want it, it may be put into their lines, and counted, after
    /// this has returned.
    ///
    /// @param parameters asked for only when somebody wants the event
    /// @throws Fault when a receiver cannot have it, for it is too long or cannot be written; those
    ///     who can have it get it all the same. What went wrong otherwise is its cause
    public void raise(Supplier<List<EventParameter>> parameters) {
        if (!wanted) {
            return;
        }
        Listing all = listing();
        if (all.subscriptions().isEmpty()) {
            return;
        }
        raised.increment();
        Event event;
        try {
            event = new Event(name(), parameters.get());
        } catch (RuntimeException | StackOverflowError accident) {
            all.subscriptions().forEach(one -> one.line().failed(one));
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

    private void deliver(Event event, Listing all) {
        Map<EventEncoder, byte[]> encodings = new HashMap<>(4);
        List<Fault> refusals = new ArrayList<>(0);
        for (EventEncoder encoder : all.encoders()) {
            try {
                encodings.put(encoder, encoder.encode(event));
            } catch (RuntimeException | StackOverflowError accident) {
                refusals.add(refusal(accident));
            }
        }
        spreading.spread(all.subscriptions().size(), () -> all.subscriptions().forEach(one -> put(one, encodings)));
        if (!refusals.isEmpty()) {
            throw refusals.getFirst();
        }
    }

    private static void put(Subscription subscription, Map<EventEncoder, byte[]> encodings) {
        EventLine line = subscription.line();
        byte[] encoded = encodings.get(line.target().encoder());
        if (encoded == null) {
            line.failed(subscription);
        } else {
            line.add(encoded, subscription);
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

    void add(Subscription subscription) {
        synchronized (bySocket) {
            bySocket.put(subscription.socket(), subscription);
            changed();
        }
        subscription.line().use(1);
    }

    /// Ends one.
    ///
    /// @return the ended one; null when there was none
    @Nullable
    Subscription remove(Octets socket) {
        Subscription gone;
        synchronized (bySocket) {
            gone = bySocket.remove(socket);
            changed();
        }
        if (gone != null) {
            gone.finish();
            gone.line().use(-1);
        }
        return gone;
    }

    private void changed() {
        listing = null;
        wanted = !bySocket.isEmpty();
    }

    @Nullable
    Subscription find(Octets socket) {
        return bySocket.get(socket);
    }
}
