package org.wirechief.endpoint.hep;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.LinuxThread;
import org.wirechief.net.Outlet;
import org.wirechief.wire.ReplyBuffer;

/// Sends copies to one collector, on a thread of its own, which alone looks up its name, connects
/// and waits. What waits is bounded; what has no room is dropped, the newest first. Copies are
/// offered by any thread.
final class HepSender {
    private static final Logger LOG = System.getLogger(HepSender.class.getName());

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /// How long what still waits may take when all is closed.
    private static final Duration FAREWELL = Duration.ofMillis(500);

    /// Makes a way to the collector.
    @FunctionalInterface
    interface Opening {
        Outlet open() throws IOException;
    }

    private final HepId id;
    private final Opening opening;
    private final HepEncoder encoder;
    private final HepStatistics counters;
    private final long room;
    private final LinkedBlockingQueue<HepCopy> queue = new LinkedBlockingQueue<>();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong unfinished = new AtomicLong();
    private final Thread thread;
    private volatile long threadId = -1;
    private volatile @Nullable Outlet outlet;
    private volatile boolean failing;
    private volatile boolean closed;
    private boolean connectedBefore;

    /// @param room bytes of copies that may wait
    HepSender(HepId id, Opening opening, HepEncoder encoder, HepStatistics counters, long room) {
        this.id = id;
        this.opening = opening;
        this.encoder = encoder;
        this.counters = counters;
        this.room = room;
        this.thread = Thread.ofPlatform().daemon().name("hep " + id.name()).unstarted(this::run);
    }

    String name() {
        return id.name();
    }

    long threadId() {
        return threadId;
    }

    /// Copies that are not sent and not dropped.
    long waiting() {
        return unfinished.get();
    }

    /// Takes a copy, or drops and counts it. Never waits.
    void offer(HepCopy copy) {
        counters.traced().increment();
        int size = copy.size();
        if (closed) {
            counters.droppedStopped().increment();
        } else if (taken.addAndGet(size) > room) {
            taken.addAndGet(-size);
            counters.droppedFull().increment();
        } else {
            unfinished.incrementAndGet();
            queue.add(copy);
            if (closed && queue.remove(copy)) {
                dropped(copy);
            }
        }
    }

    void start() {
        thread.start();
    }

    private void run() {
        threadId = LinuxThread.id();
        ReplyBuffer packet = new ReplyBuffer();
        try {
            while (true) {
                HepCopy copy = queue.take();
                packet.clear();
                if (closed || !encoded(copy, packet) || !delivered(packet)) {
                    (closed ? counters.droppedStopped() : counters.droppedRefused()).increment();
                }
                finished(copy);
            }
        } catch (InterruptedException e) {
            // closed
        } finally {
            drop();
        }
    }

    private boolean encoded(HepCopy copy, ReplyBuffer packet) {
        try {
            encoder.encode(copy, packet);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a copy for " + id.name() + " cannot be told", e);
            return false;
        }
    }

    /// Tries until it is sent; over UDP once.
    private boolean delivered(ReplyBuffer packet) {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try {
                connected().send(packet.bytes(), 0, packet.size());
                counters.sent().increment();
                recovered();
                return true;
            } catch (IOException e) {
                counters.errors().increment();
                failed(e);
            }
            if (id.transport() == HepTransport.UDP || !paused(pause)) {
                return false;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        return false;
    }

    private Outlet connected() throws IOException {
        Outlet open = outlet;
        if (open == null) {
            open = opening.open();
            outlet = open;
            if (connectedBefore) {
                counters.reconnects().increment();
            }
            connectedBefore = true;
            if (closed) {
                open.close();
            }
        }
        return open;
    }

    private void recovered() {
        if (failing) {
            failing = false;
            LOG.log(Level.INFO, "{0} takes traces again, at {1}", id.name(), id.address());
        }
    }

    private void failed(IOException e) {
        disconnect();
        if (!failing && !closed) {
            failing = true;
            String then = id.transport() == HepTransport.UDP
                    ? "they are dropped"
                    : "up to " + room / 1024 + " KB of them wait";
            LOG.log(
                    Level.WARNING,
                    "{0} takes no traces, at {1}: {2}; {3}",
                    id.name(),
                    id.address(),
                    e.getMessage(),
                    then);
        }
    }

    private void disconnect() {
        Outlet open = outlet;
        outlet = null;
        if (open != null) {
            open.close();
        }
    }

    /// Not by an interrupt, which would be lost on the way back.
    private boolean paused(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Waits until everything is sent; not for a collector that takes nothing.
    ///
    /// @return whether nothing waits
    boolean drain(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (unfinished.get() > 0 && !failing && System.nanoTime() < end) {
            Thread.sleep(2);
        }
        return unfinished.get() == 0;
    }

    /// Sends what can be sent at once, drops the rest and ends the thread.
    void close() {
        try {
            if (thread.isAlive() && !drain(FAREWELL)) {
                LOG.log(Level.WARNING, "stopped with {0} traces still to send to {1}", waiting(), id.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed = true;
        thread.interrupt();
        disconnect();
        drop();
    }

    private void drop() {
        for (HepCopy copy = queue.poll(); copy != null; copy = queue.poll()) {
            dropped(copy);
        }
        disconnect();
    }

    private void dropped(HepCopy copy) {
        counters.droppedStopped().increment();
        finished(copy);
    }

    private void finished(HepCopy copy) {
        taken.addAndGet(-copy.size());
        unfinished.decrementAndGet();
    }
}
