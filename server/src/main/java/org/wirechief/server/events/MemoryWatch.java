package org.wirechief.server.events;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirechief.core.Fault;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.server.statistics.MemoryUse;

/// Raises `E_CORE_SHM_THRESHOLD` when the share of the memory that is used changes while it is at
/// the threshold or over, and when it falls below (spec mi-text §10). Looks once a second, at heap
/// and direct memory together, garbage included.
public final class MemoryWatch {
    private static final Logger LOG = System.getLogger(MemoryWatch.class.getName());
    private static final long PERIOD = Duration.ofSeconds(1).toMillis();
    private static final int WHOLE = 100;

    private final EventSource source;
    private final int threshold;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int last;

    /// @param threshold percent; 0 watches nothing
    public MemoryWatch(EventSource source, int threshold) {
        this.source = source;
        this.threshold = threshold;
    }

    /// Begins to look.
    public void start() {
        if (threshold > 0) {
            Thread.ofVirtual().name("wirechief memory").start(this::watch);
        }
    }

    public void stop() {
        stopped.countDown();
    }

    private void watch() {
        try {
            do {
                look(MemoryUse.now());
            } while (!stopped.await(PERIOD, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Compares with what was seen before.
    void look(MemoryUse memory) {
        int usage = (int) (memory.used() * WHOLE / memory.total());
        boolean tells = usage != last && (usage >= threshold || last >= threshold);
        last = usage;
        if (!tells) {
            return;
        }
        try {
            source.raise(
                    new EventParameter("usage", usage),
                    new EventParameter("threshold", threshold),
                    new EventParameter("used", memory.used()),
                    new EventParameter("size", memory.total()));
        } catch (Fault e) {
            LOG.log(Level.WARNING, "E_CORE_SHM_THRESHOLD does not reach everybody: {0}", e.reason());
        }
    }
}
