package org.wirechief.server.commands;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.Octets;
import org.wirechief.core.Statistic;

/// Values by key, each for as long as whoever stored it said: the cache system `local`.
///
/// It holds so many entries and so many bytes of keys and values. What would exceed that is not
/// stored: nothing that somebody stored is thrown away for it, the caller is told, and it is
/// counted. Safe for use by several threads.
public final class LocalCache {
    private final int maxEntries;
    private final long maxBytes;
    private final Map<Octets, Entry> entries = new HashMap<>();
    private final LongAdder stored = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder expired = new LongAdder();
    private long bytes;
    private Instant firstExpiry = Instant.MAX;

    private record Entry(Octets value, Instant expires) {}

    /// @param maxEntries how many entries it holds
    /// @param maxBytes how many bytes keys and values may take together
    public LocalCache(int maxEntries, long maxBytes) {
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
    }

    /// Stores a value, in the place of one of that key.
    ///
    /// @param lifetime zero for ever
    /// @return false when there is no room; then nothing has changed
    synchronized boolean store(Octets key, Octets value, Duration lifetime, Instant now) {
        if (!fits(key, value)) {
            forgetExpired(now);
        }
        if (!fits(key, value)) {
            refused.increment();
            return false;
        }
        remove(key);
        Instant expires = lifetime.isZero() ? Instant.MAX : now.plus(lifetime);
        entries.put(key, new Entry(value, expires));
        bytes += key.length() + value.length();
        if (expires.isBefore(firstExpiry)) {
            firstExpiry = expires;
        }
        stored.increment();
        return true;
    }

    private boolean fits(Octets key, Octets value) {
        Entry old = entries.get(key);
        long freed = old == null ? 0 : key.length() + old.value.length();
        return entries.size() + (old == null ? 1 : 0) <= maxEntries
                && bytes - freed + key.length() + value.length() <= maxBytes;
    }

    /// The value of that key, if its time has not passed.
    synchronized Optional<Octets> fetch(Octets key, Instant now) {
        Entry entry = entries.get(key);
        if (entry != null && !now.isBefore(entry.expires)) {
            remove(key);
            expired.increment();
            entry = null;
        }
        (entry == null ? misses : hits).increment();
        return Optional.ofNullable(entry).map(Entry::value);
    }

    /// Forgets a value, if it is there.
    synchronized void remove(Octets key) {
        Entry gone = entries.remove(key);
        if (gone != null) {
            bytes -= key.length() + gone.value.length();
        }
    }

    /// Looks at all entries only when one may have expired.
    private void forgetExpired(Instant now) {
        if (now.isBefore(firstExpiry)) {
            return;
        }
        List<Octets> gone = entries.entrySet().stream()
                .filter(entry -> !now.isBefore(entry.getValue().expires))
                .map(Map.Entry::getKey)
                .toList();
        gone.forEach(this::remove);
        expired.add(gone.size());
        firstExpiry = entries.values().stream()
                .map(Entry::expires)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private synchronized long entries() {
        return entries.size();
    }

    private synchronized long bytes() {
        return bytes;
    }

    /// Group `cache`.
    public List<Statistic> statistics() {
        return List.of(
                new Statistic("cache", "entries", Statistic.Kind.GAUGE, "values held, expired ones too", this::entries),
                new Statistic("cache", "bytes", Statistic.Kind.GAUGE, "bytes of keys and values held", this::bytes),
                new Statistic("cache", "stored", "values stored", stored::sum),
                new Statistic("cache", "refused", "values not stored for want of room", refused::sum),
                new Statistic("cache", "hits", "look-ups that found a value", hits::sum),
                new Statistic("cache", "misses", "look-ups that found none", misses::sum),
                new Statistic("cache", "expired", "values forgotten because their time had passed", expired::sum));
    }

    /// What to say when there is no room.
    String full() {
        return "the cache is full, it may hold " + maxEntries + " entries and " + maxBytes
                + " bytes: remove some, or raise server.cache_entries or server.cache_bytes";
    }
}
