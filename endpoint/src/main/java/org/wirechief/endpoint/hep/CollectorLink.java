package org.wirechief.endpoint.hep;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.Outlet;
import org.wirechief.wire.ReplyBuffer;

/// The way to one collector: opened when something is to be sent, and again, after pauses, when it
/// breaks; the log hears of that now and then. One thread sends; any may disconnect.
final class CollectorLink {
    private static final Logger LOG = System.getLogger(CollectorLink.class.getName());

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /// A connection that lasted so long is none that ends as soon as it is made.
    private static final Duration STEADY = Duration.ofSeconds(5);

    /// How often the log tells of failures.
    private static final Duration QUIET = Duration.ofSeconds(30);

    /// Makes a way to the collector.
    @FunctionalInterface
    interface Opening {
        Outlet open() throws IOException;
    }

    private final HepId id;
    private final Opening opening;
    private final HepStatistics counters;
    private final long room;
    private final BooleanSupplier closed;
    private volatile @Nullable Outlet outlet;
    private volatile boolean failing;
    private boolean connectedBefore;
    private boolean told;
    private long toldAt = System.nanoTime() - QUIET.toNanos() - 1;
    private long since;
    private Duration pause = FIRST_PAUSE;

    /// @param room bytes of copies that may wait, for the log
    /// @param closed whether nothing is to be sent any more
    CollectorLink(HepId id, Opening opening, HepStatistics counters, long room, BooleanSupplier closed) {
        this.id = id;
        this.opening = opening;
        this.counters = counters;
        this.room = room;
        this.closed = closed;
    }

    /// Whether what was to be sent last could not be.
    boolean isFailing() {
        return failing;
    }

    /// Tries until it is sent; over UDP once.
    ///
    /// @return whether it was; else closed or, over UDP, refused
    boolean send(ReplyBuffer packet) {
        while (!closed.getAsBoolean()) {
            try {
                connected().send(packet.bytes(), 0, packet.size());
                recovered();
                return true;
            } catch (IOException e) {
                failed(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (RuntimeException e) {
                // addresses of a kind this machine does not have come so
                failed(e.toString());
            }
            if (id.transport() == HepTransport.UDP || !paused()) {
                return false;
            }
        }
        return false;
    }

    /// What the other side has ended is left and made anew, which is no error.
    private Outlet connected() throws IOException, InterruptedException {
        Outlet open = outlet;
        if (open != null && open.isEnded()) {
            disconnect();
            open = null;
            if (!isSteady()) {
                longerPause();
            }
        }
        if (open == null) {
            open = opening.open();
            outlet = open;
            since = System.nanoTime();
            if (connectedBefore) {
                counters.reconnects().increment();
            }
            connectedBefore = true;
            if (closed.getAsBoolean()) {
                open.close();
            }
        }
        return open;
    }

    private void recovered() {
        if (isSteady()) {
            pause = FIRST_PAUSE;
        }
        if (failing) {
            failing = false;
            if (told) {
                told = false;
                LOG.log(Level.INFO, "{0} takes traces again, at {1}", id.name(), id.address());
            }
        }
    }

    private boolean isSteady() {
        return System.nanoTime() - since > STEADY.toNanos();
    }

    private void failed(String why) {
        counters.errors().increment();
        if (id.transport() != HepTransport.UDP) {
            disconnect();
        }
        if (!failing && !closed.getAsBoolean()) {
            failing = true;
            long now = System.nanoTime();
            if (now - toldAt > QUIET.toNanos()) {
                told = true;
                toldAt = now;
                String then = id.transport() == HepTransport.UDP
                        ? "they are dropped"
                        : "up to " + room / 1024 + " KB of them wait";
                LOG.log(Level.WARNING, "{0} takes no traces, at {1}: {2}; {3}", id.name(), id.address(), why, then);
            }
        }
    }

    /// Ends the connection there is; what is being sent on it fails.
    void disconnect() {
        Outlet open = outlet;
        outlet = null;
        if (open != null) {
            open.close();
        }
    }

    /// Not by an interrupt, which would be lost on the way back.
    private boolean paused() {
        try {
            longerPause();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void longerPause() throws InterruptedException {
        Thread.sleep(pause);
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
