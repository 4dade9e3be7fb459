package org.wirechief.server.events;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.wirechief.core.Fault;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.server.statistics.MemoryUse;

/// Raises `E_CORE_SHM_THRESHOLD` when the share of the memory that is used changes while it is at
/// the threshold or over, and when it falls below (spec mi-text §10). Looks once a second, at the
/// heap or the direct memory, whichever is fuller, garbage included.
public final class MemoryWatch {
    private static final Logger LOG = System.getLogger(MemoryWatch.class.getName());
    private static final long PERIOD = Duration.ofSeconds(1).toMillis();
    private static final int WHOLE = 100;

    private final EventSource source;
    private final int threshold;
    private final Supplier<MemoryUse> memory;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int last;

    /// @param threshold percent; 0 watches nothing
    public MemoryWatch(EventSource source, int threshold) {
        this(source, threshold, MemoryUse::ofTheFuller);
    }

    MemoryWatch(EventSource source, int threshold, Supplier<MemoryUse> memory) {
        this.memory = memory;
        this.source = source;
        this.threshold = threshold;
    }

    /// Begins to look.
    public void start() {
        if (threshold > 0) {
            // to wake a virtual one wakes two others, for its time and to run it
            Thread.ofPlatform().daemon().name("wirechief memory").start(this::watch);
        }
    }

    public void stop() {
        stopped.countDown();
    }

    private void watch() {
        try {
            do {
                lookOnce();
            } while (!stopped.await(PERIOD, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Where memory is short anything may fail, and the next look may not.
    private void lookOnce() {
        try {
            look(memory.get());
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.WARNING, "E_CORE_SHM_THRESHOLD was not looked for", e);
        }
    }

    /// Compares with what was seen before.
    void look(MemoryUse seen) {
        int usage = (int) (seen.used() * WHOLE / seen.total());
        boolean tells = usage != last && (usage >= threshold || last >= threshold);
        last = usage;
        if (!tells) {
            return;
        }
        try {
            source.raise(
                    new EventParameter("usage", usage),
                    new EventParameter("threshold", threshold),
                    new EventParameter("used", seen.used()),
                    new EventParameter("size", seen.total()));
        } catch (Fault e) {
            LOG.log(Level.WARNING, "E_CORE_SHM_THRESHOLD does not reach everybody: {0}", e.reason());
        }
    }
}
