package org.wirechief.endpoint.access;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lets at most one answer in 10 s go to each source that may not call, so that refusing cannot be
/// used to send traffic to somebody whose address was forged.
///
/// Remembers 1024 sources. While all of them were answered within 10 s, a further one gets no
/// answer: forgetting one would let its turn come early. Safe for use by several threads.
public final class RefusalAnswers {
    private static final long QUIET = Duration.ofSeconds(10).toNanos();
    private static final int REMEMBERED = 1024;

    private final Map<String, Long> answered = new LinkedHashMap<>();

    public RefusalAnswers() {}

    /// Sources stand in the order they were answered.
    private boolean forgetEldest(long now) {
        Iterator<Long> eldest = answered.values().iterator();
        if (now - eldest.next() < QUIET) {
            return false;
        }
        eldest.remove();
        return true;
    }

    /// Whether this source may be answered now, which then counts as done.
    ///
    /// @param now nanoseconds as [System#nanoTime] tells them
    public synchronized boolean mayAnswer(String source, long now) {
        Long before = answered.get(source);
        if (before != null && now - before < QUIET) {
            return false;
        }
        answered.remove(source);
        if (answered.size() == REMEMBERED && !forgetEldest(now)) {
            return false;
        }
        answered.put(source, now);
        return true;
    }
}
