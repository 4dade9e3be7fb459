package org.wirechief.endpoint.hep;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
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
    private final HepEncoder encoder;
    private final HepStatistics counters;
    private final long room;
    private final Consumer<? super Throwable> onFailure;
    private final LinkedBlockingQueue<HepCopy> queue = new LinkedBlockingQueue<>();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong unfinished = new AtomicLong();
    private final AtomicReference<@Nullable HepCopy> inHand = new AtomicReference<>();
    private final AtomicBoolean untoldBefore = new AtomicBoolean();
    private final Thread thread;
    private volatile long threadId = -1;
    private volatile @Nullable Outlet outlet;
    private volatile boolean failing;
    private volatile boolean closed;
    private boolean connectedBefore;
    private boolean told;
    private long toldAt = System.nanoTime() - QUIET.toNanos() - 1;
    private long since;
    private Duration pause = FIRST_PAUSE;

    /// @param room bytes of copies that may wait
    /// @param onFailure is told why the thread has ended, when it was not closed
    HepSender(
            HepId id,
            Opening opening,
            HepEncoder encoder,
            HepStatistics counters,
            long room,
            Consumer<? super Throwable> onFailure) {
        this.id = id;
        this.opening = opening;
        this.encoder = encoder;
        this.counters = counters;
        this.room = room;
        this.onFailure = onFailure;
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

    /// Counts an exchange that a door could not tell of, and logs the first.
    void untold(Exception why) {
        counters.untold().increment();
        if (untoldBefore.compareAndSet(false, true)) {
            LOG.log(Level.ERROR, "an exchange cannot be told to " + id.name() + "; further ones are counted", why);
        }
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            try {
                sendAll();
            } finally {
                closed = true;
                drop();
            }
        } catch (InterruptedException e) {
            // closed
        } catch (Throwable t) {
            // nobody would notice that nothing is traced any more
            LOG.log(Level.ERROR, "the thread " + thread.getName() + " has failed", t);
            onFailure.accept(t);
        }
    }

    private void sendAll() throws InterruptedException {
        threadId = LinuxThread.id();
        ReplyBuffer packet = new ReplyBuffer();
        while (!closed) {
            HepCopy copy = queue.take();
            inHand.set(copy);
            packet.clear();
            boolean sent = encoded(copy, packet) && delivered(packet);
            settle(sent ? counters.sent() : closed ? counters.droppedStopped() : counters.droppedRefused());
        }
    }

    /// Counts the copy in hand, unless who closes this has done it.
    private void settle(LongAdder as) {
        HepCopy copy = inHand.getAndSet(null);
        if (copy != null) {
            as.increment();
            finished(copy);
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
        while (!closed) {
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
            if (closed) {
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
        if (!failing && !closed) {
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

    private void disconnect() {
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

    /// Waits until everything is sent; not for a collector that takes nothing.
    void drain(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (unfinished.get() > 0 && !failing && System.nanoTime() < end) {
            Thread.sleep(2);
        }
    }

    /// Whether its thread runs, which sends what waits.
    boolean isAlive() {
        return thread.isAlive();
    }

    /// Tells the thread to end, and returns at once. What is offered from now on is dropped.
    void stop() {
        closed = true;
        thread.interrupt();
        disconnect();
    }

    /// Waits for the end of a thread that was told so, not longer than this: a name that is looked
    /// up cannot be told to stop. Then drops what still waits.
    void awaitEnd(Duration limit) {
        try {
            thread.join(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drop();
    }

    private void drop() {
        settle(counters.droppedStopped());
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
