package org.wirechief.endpoint.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.endpoint.RefusedSource;

/// Who was refused within the last ten minutes: the 1024 sources that asked last. A further one
/// takes the place of the one that has been silent longest, which is counted. Safe for use by
/// several threads.
final class RefusedSources {
    private static final long KEPT = Duration.ofMinutes(10).toNanos();
    private static final int REMEMBERED = 1024;

    private final Map<String, Refused> sources = new LinkedHashMap<>();
    private final LongAdder displaced = new LongAdder();

    private record Refused(long last, long requests) {}

    RefusedSources() {}

    /// @param now nanoseconds as [System#nanoTime] tells them
    synchronized void refused(String source, long now) {
        Refused before = sources.remove(source);
        long requests = before == null || now - before.last >= KEPT ? 0 : before.requests;
        if (sources.size() == REMEMBERED) {
            forgetEldest(now);
        }
        sources.put(source, new Refused(now, requests + 1));
    }

    /// Sources stand in the order they asked last.
    private void forgetEldest(long now) {
        var eldest = sources.entrySet().iterator();
        if (now - eldest.next().getValue().last < KEPT) {
            displaced.increment();
        }
        eldest.remove();
    }

    /// Those of the last ten minutes, the one that asked last at the end.
    synchronized List<RefusedSource> list(long now) {
        return sources.entrySet().stream()
                .filter(entry -> now - entry.getValue().last < KEPT)
                .map(entry -> new RefusedSource(
                        entry.getKey(),
                        entry.getValue().requests,
                        Duration.ofNanos(KEPT - (now - entry.getValue().last))))
                .toList();
    }

    long displaced() {
        return displaced.sum();
    }
}
