package org.wirechief.net;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Where the threads of one socket hand in their answers: each is sent by the thread that has it,
/// or with the next one that is, and what is parked is tried again by a thread of the desk's own.
/// Nothing here waits for a peer, so the lock is held for some system calls at most.
final class ReplyDesk {
    private static final long SHORTEST_REST = 50_000;
    private static final System.Logger LOG = System.getLogger(ReplyDesk.class.getPackageName());

    private final Transport transport;
    private final ReplySender sender;
    private final ParkedReplies parked;
    private final DatagramCounters counters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private final Condition settled = lock.newCondition();
    private final Consumer<? super Throwable> failed;
    private final Thread thread;
    private volatile DatagramLimits limits;
    private volatile boolean closed;
    private long wakesAt;

    /// @param parked where `sender` parks
    /// @param failed is told why the desk's own thread has ended, on that thread, when it was not
    ///     closed: what is parked is not sent any more
    ReplyDesk(
            String threadName,
            Transport transport,
            ReplySender sender,
            ParkedReplies parked,
            DatagramLimits limits,
            DatagramCounters counters,
            Consumer<? super Throwable> failed) {
        this.transport = transport;
        this.sender = sender;
        this.parked = parked;
        this.limits = limits;
        this.counters = counters;
        this.failed = failed;
        this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// As [DatagramReplies#send].
    void send(DatagramPeer peer, byte[] bytes, int from, int to) {
        lock.lock();
        try {
            add(peer, bytes, from, to);
            flush();
        } finally {
            lock.unlock();
        }
    }

    /// The same, but it may wait for [#flush()].
    void add(DatagramPeer peer, byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        limits.requireReply(peer, to - from, transport);
        if (!peer.isAddressable()) {
            counters.repliesUnaddressable.increment();
            return;
        }
        lock.lock();
        try {
            if (closed) {
                counters.repliesDropped.increment();
                return;
            }
            sender.add(peer, bytes, from, to);
        } finally {
            lock.unlock();
        }
    }

    /// Sends what was added.
    void flush() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            sender.flush();
            if (parked.isDueBefore(wakesAt)) {
                earlier.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether answers are dropped.
    boolean isClosed() {
        return closed;
    }

    /// From now on; what is parked already keeps its deadline.
    void changeTimeout(Duration timeout) {
        lock.lock();
        try {
            limits = limits.withReplyTimeout(timeout);
            parked.change(limits);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until nothing is parked.
    ///
    /// @return false when something still is after that time
    boolean awaitEmpty(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!parked.isEmpty() && left > 0) {
                left = settled.awaitNanos(left);
            }
            return parked.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// Sends what was added, drops what is parked, and every answer from now on. The sender is not
    /// used afterwards.
    void close() {
        lock.lock();
        try {
            if (!closed) {
                sender.flush();
            }
            closed = true;
            parked.clear();
            earlier.signal();
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            tryAgain();
        } catch (Throwable t) {
            LOG.log(System.Logger.Level.ERROR, "the thread " + thread.getName() + " has failed", t);
            failed.accept(t);
        }
    }

    private void tryAgain() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                long now = System.nanoTime();
                sender.flush();
                sender.retry(now);
                if (parked.isEmpty()) {
                    settled.signalAll();
                }
                long rest = rest(now);
                wakesAt = now + rest;
                var _ = earlier.awaitNanos(rest);
            }
        } finally {
            lock.unlock();
        }
    }

    private long rest(long now) {
        long nanos = parked.nanosToNext(now);
        // a day is as good as no limit; and not at once, so that senders get the lock
        return nanos < 0 ? TimeUnit.DAYS.toNanos(1) : Math.max(SHORTEST_REST, nanos);
    }
}
