package org.wirechief.endpoint.pike;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// How much each address sends. An address that sends more in one unit of time than it may is
/// blocked until it has sent no more than that for a whole unit. What it sends while it is blocked
/// counts, or it would never be seen to stop.
///
/// Remembers [#MOST] addresses; a further one takes the place of the one that has been silent
/// longest, which is counted. Safe for use by several threads.
final class SourceRates {
    static final int MOST = 65_536;

    private static final float LOAD = 0.75f;

    private final long unit;
    private final int allowed;
    private final long latency;

    /// The one that has been silent longest first.
    private final Map<InetAddress, Source> sources = new LinkedHashMap<>(16, LOAD, true);

    private int blocked;
    private long displaced;

    /// What a request means for its address.
    enum Verdict {
        ADMITTED,
        /// It was blocked, and is not any more.
        ADMITTED_AGAIN,
        /// From now on it is blocked.
        NOW_BLOCKED,
        BLOCKED
    }

    private static final class Source {
        private long turn;
        private long last;
        private int requests;
        private boolean blocked;
    }

    /// @param unit nanoseconds
    /// @param allowed requests in a unit
    /// @param latency nanoseconds that a silent address is remembered
    SourceRates(long unit, int allowed, long latency) {
        this.unit = unit;
        this.allowed = allowed;
        this.latency = latency;
    }

    /// Counts a request.
    ///
    /// @param now nanoseconds from any fixed moment on
    synchronized Verdict request(InetAddress address, long now) {
        forget(now);
        Source source = sources.get(address);
        if (source == null) {
            source = begin(address, now);
        }
        boolean released = turn(source, now);
        source.last = now;
        source.requests = Math.min(source.requests, allowed) + 1;
        if (source.blocked) {
            return Verdict.BLOCKED;
        }
        if (source.requests > allowed) {
            source.blocked = true;
            blocked++;
            return Verdict.NOW_BLOCKED;
        }
        return released ? Verdict.ADMITTED_AGAIN : Verdict.ADMITTED;
    }

    /// Ends the unit that has passed.
    ///
    /// @return whether the address is blocked no more
    private boolean turn(Source source, long now) {
        long passed = (now - source.turn) / unit;
        if (passed == 0) {
            return false;
        }
        // of several units the last was silent
        boolean quiet = passed > 1 || source.requests <= allowed;
        source.turn += passed * unit;
        source.requests = 0;
        if (source.blocked && quiet) {
            source.blocked = false;
            blocked--;
            return true;
        }
        return false;
    }

    private Source begin(InetAddress address, long now) {
        if (sources.size() == MOST) {
            removeEldest();
            displaced++;
        }
        Source source = new Source();
        source.turn = now;
        sources.put(address, source);
        return source;
    }

    private void forget(long now) {
        while (!sources.isEmpty() && now - sources.values().iterator().next().last > latency) {
            removeEldest();
        }
    }

    private void removeEldest() {
        Iterator<Source> eldest = sources.values().iterator();
        blocked -= eldest.next().blocked ? 1 : 0;
        eldest.remove();
    }

    /// Addresses that are remembered.
    synchronized int remembered(long now) {
        forget(now);
        return sources.size();
    }

    /// Those of them that are blocked, as far as they have shown since.
    synchronized int blocked(long now) {
        forget(now);
        return blocked;
    }

    /// Addresses that were forgotten early for others.
    synchronized long displaced() {
        return displaced;
    }
}
