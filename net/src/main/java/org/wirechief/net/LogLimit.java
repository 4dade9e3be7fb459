package org.wirechief.net;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Warns of one kind of thing that clients can make happen as often as they like: once a minute,
/// and then how often it went unsaid. The others are logged at DEBUG. One thread at a time.
public final class LogLimit {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier clock;
    private boolean said;
    private long saidAt;
    private long unsaid;

    public LogLimit() {
        this(System::nanoTime);
    }

    /// @param clock in the sense of [System#nanoTime()]
    LogLimit(LongSupplier clock) {
        this.clock = clock;
    }

    /// Says it, unless the last time was within the minute.
    public void warn(Logger log, Supplier<String> text) {
        long now = clock.getAsLong();
        if (said && now - saidAt < PAUSE) {
            unsaid++;
            log.log(Level.DEBUG, text);
            return;
        }
        long between = unsaid;
        said = true;
        saidAt = now;
        unsaid = 0;
        log.log(Level.WARNING, () -> between == 0 ? text.get() : text.get() + " (" + between + " like it went unsaid)");
    }
}
