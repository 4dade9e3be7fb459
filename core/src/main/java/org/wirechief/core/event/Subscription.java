package org.wirechief.core.event;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// That somebody wants an event: a socket, for as long as it said. Safe for use by several threads.
public final class Subscription {
    private final Octets socket;
    private final EventLine line;
    private final EventCounters counters = new EventCounters();
    private volatile Term term;
    private volatile boolean ended;

    /// From when on, and for how long; null for ever.
    private record Term(Instant start, @Nullable Duration lifetime, Instant end) {
        static Term of(Instant start, @Nullable Duration lifetime) {
            boolean ends = lifetime != null && lifetime.compareTo(Duration.between(start, Instant.MAX)) <= 0;
            return new Term(start, lifetime, ends ? start.plus(lifetime) : Instant.MAX);
        }
    }

    Subscription(Octets socket, EventLine line, @Nullable Duration lifetime, Instant now) {
        this.socket = socket;
        this.line = line;
        this.term = Term.of(now, lifetime);
    }

    /// As whoever subscribed wrote it.
    public Octets socket() {
        return socket;
    }

    /// Whom its socket was found to mean when it was asked for last, by the transport that took it.
    public EventTarget target() {
        return line.target();
    }

    /// How long it was to last from when it was last asked for; null for ever.
    public @Nullable Duration lifetime() {
        return term.lifetime();
    }

    /// What is left of it, in whole seconds, those that have begun too.
    ///
    /// @return 0 or more; the largest number for ever
    public long secondsLeft(Instant now) {
        Term current = term;
        if (current.lifetime() == null) {
            return Long.MAX_VALUE;
        }
        long elapsed = Math.max(0, Duration.between(current.start(), now).toSeconds());
        return Math.max(0, current.lifetime().toSeconds() - elapsed);
    }

    /// What became of its events.
    public EventCounters counters() {
        return counters;
    }

    /// Asked for again (spec mi-text §8.3): time counts from now on. Asking for ever does not
    /// make one last for ever that ends (`script-subscribe/permanent-over-expiring`).
    void refresh(@Nullable Duration lifetime, Instant now) {
        term = Term.of(now, lifetime == null ? term.lifetime() : lifetime);
    }

    Instant end() {
        return term.end();
    }

    /// Nothing is delivered from now on, what waits neither.
    void finish() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    EventLine line() {
        return line;
    }
}
