package org.wirechief.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// Hears TERM, INT and HUP for a program that is a server. The one user of `sun.misc`: the JDK has
/// no other way.
final class Signals {
    private static final Logger LOG = System.getLogger(Signals.class.getName());

    /// `timeout`, for one, signals a process and then its group, and means one signal.
    private static final long TWICE_AT_ONCE = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long NONE_YET = Long.MIN_VALUE;

    private Signals() {}

    /// From now on the first TERM or INT runs `stop`; the second, unless it comes with the first,
    /// ends the process at once with 128 and its number, as if nobody had caught it. HUP runs
    /// `hangUp`.
    static void listen(Runnable stop, Runnable hangUp) {
        AtomicLong first = new AtomicLong(NONE_YET);
        SignalHandler end = signal -> {
            long now = System.nanoTime();
            if (first.compareAndSet(NONE_YET, now)) {
                LOG.log(Level.INFO, signal.getName() + ": stopping; a second one ends at once");
                stop.run();
            } else if (now - first.get() >= TWICE_AT_ONCE) {
                LOG.log(Level.WARNING, signal.getName() + " again: ending at once");
                Runtime.getRuntime().halt(128 + signal.getNumber());
            }
        };
        hear("TERM", end);
        hear("INT", end);
        hear("HUP", _ -> hangUp.run());
    }

    private static void hear(String name, SignalHandler handler) {
        try {
            Signal.handle(new Signal(name), handler);
        } catch (IllegalArgumentException e) {
            // java -Xrs, or a system without that signal
            LOG.log(Level.WARNING, "cannot hear " + name + ", it does what the system does: " + e.getMessage());
        }
    }
}
