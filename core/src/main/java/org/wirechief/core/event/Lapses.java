package org.wirechief.core.event;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// When subscriptions end, so that a lapse costs little however many others there are. For
/// [Events], under its lock.
final class Lapses {
    private static final Comparator<Lapse> SOONEST =
            Comparator.comparing(Lapse::end).thenComparingLong(Lapse::number);

    private final TreeSet<Lapse> all = new TreeSet<>(SOONEST);
    private final Map<Subscription, Lapse> known = new HashMap<>();
    private long numbers;

    /// That a subscription ends.
    record Lapse(Instant end, long number, EventSource source, Subscription subscription) {}

    /// Remembers when it ends, instead of what was remembered of it before.
    void put(EventSource source, Subscription subscription) {
        forget(subscription);
        if (subscription.end().isBefore(Instant.MAX)) {
            Lapse lapse = new Lapse(subscription.end(), numbers++, source, subscription);
            all.add(lapse);
            known.put(subscription, lapse);
        }
    }

    void forget(Subscription subscription) {
        Lapse lapse = known.remove(subscription);
        if (lapse != null) {
            all.remove(lapse);
        }
    }

    /// One whose time has passed; null when there is none.
    @Nullable
    Lapse due(Instant now) {
        return all.isEmpty() || now.isBefore(all.first().end()) ? null : all.first();
    }

    /// No subscription ends before; [Instant#MAX] while none ends.
    Instant next() {
        return all.isEmpty() ? Instant.MAX : all.first().end();
    }
}
