package org.wirechief.endpoint.hep;

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
import org.wirechief.wire.ReplyBuffer;

/// Sends copies to one collector, on a thread of its own, which alone looks up its name, connects
/// and waits ([CollectorLink]). What waits is bounded; what has no room is dropped, the newest
/// first. Copies are offered by any thread.
final class HepSender {
    private static final Logger LOG = System.getLogger(HepSender.class.getName());

    private final HepId id;
    private final CollectorLink link;
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
    private volatile boolean closed;

    /// @param room bytes of copies that may wait
    /// @param onFailure is told why the thread has ended, when it was not closed
    HepSender(
            HepId id,
            CollectorLink.Opening opening,
            HepEncoder encoder,
            HepStatistics counters,
            long room,
            Consumer<? super Throwable> onFailure) {
        this.id = id;
        this.link = new CollectorLink(id, opening, counters, room, () -> closed);
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
            boolean sent = encoded(copy, packet) && link.send(packet);
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

    /// Waits until everything is sent; not for a collector that takes nothing.
    void drain(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (unfinished.get() > 0 && !link.isFailing() && System.nanoTime() < end) {
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
        link.disconnect();
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
        link.disconnect();
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
