package org.wirechief.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.Waiting;
import org.wirechief.net.linux.Wakeup;

/// Sends datagrams to any number of receivers, from one UDP port and one Unix socket without a
/// name, on a thread of its own. Nobody answers to it.
///
/// Whoever has something to send puts it into a line and announces the line, from any thread; that
/// never waits. Each line keeps its order. A Unix receiver that does not read delays its own line
/// only: it is tried again after pauses, and when it has taken nothing for so long, all that waits
/// for it is given up.
public final class DatagramSender {
    private enum Phase {
        SENDING,
        /// Ends when there is nothing more to send.
        DRAINING,
        CLOSING
    }

    private static final System.Logger LOG = System.getLogger(DatagramSender.class.getName());

    private final SenderSockets sockets;
    private final Wakeup wakeup;
    private final SenderLimits limits;
    private final Supplier<Duration> chore;
    private final NetCounters counters;
    private final Consumer<? super Throwable> failed;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Announced> inbox = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Long> started = new CompletableFuture<>();
    private volatile Phase phase = Phase.SENDING;
    private volatile boolean ended;
    private @Nullable OutgoingTraffic traffic;

    private record Announced(DatagramPeer peer, OutgoingLine line) {}

    private DatagramSender(
            String threadName,
            SenderSockets sockets,
            Wakeup wakeup,
            SenderLimits limits,
            Supplier<Duration> chore,
            NetCounters counters,
            Consumer<? super Throwable> failed) {
        this.sockets = sockets;
        this.wakeup = wakeup;
        this.limits = limits;
        this.chore = chore;
        this.counters = counters;
        this.failed = failed;
        this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::run);
    }

    /// Opens both sockets and starts the thread, a daemon.
    ///
    /// @param chore done on the thread whenever it wakes; tells how long it has time until the next
    ///     time at most, [Long#MAX_VALUE] nanoseconds or more for ever
    /// @param counters get `bytesOut`, and of `datagrams` what became of them
    /// @param failed is told why the thread has ended, when it was not closed
    /// @throws IOException saying why it cannot be
    public static DatagramSender open(
            String threadName,
            SenderLimits limits,
            Supplier<Duration> chore,
            NetCounters counters,
            Consumer<? super Throwable> failed)
            throws IOException {
        try (var libc = new Libc()) {
            SenderSockets sockets = SenderSockets.open(libc, limits.sendBuffer());
            try {
                Wakeup wakeup = Wakeup.open(libc);
                var sender = new DatagramSender(threadName, sockets, wakeup, limits, chore, counters, failed);
                sender.thread.start();
                LinuxThread.awaitStart(sender.started);
                return sender;
            } catch (IOException | RuntimeException e) {
                sockets.close(libc);
                throw e;
            }
        }
    }

    /// Announces that something waits in a line that had nothing the last time, or is new.
    ///
    /// @return false when it is closed, and the line will not be looked at
    public boolean announce(DatagramPeer peer, OutgoingLine line) {
        Announced announced = new Announced(peer, line);
        inbox.add(announced);
        if (ended && inbox.remove(announced)) {
            return false;
        }
        wakeup.wake();
        return true;
    }

    /// Runs a task on the sender's thread, one a turn in the order they came; those that are left
    /// when it ends are run then.
    ///
    /// @return false when it is closed, and the task will not run
    public boolean runSoon(Runnable task) {
        tasks.add(task);
        if (ended && tasks.remove(task)) {
            return false;
        }
        wakeup.wake();
        return true;
    }

    /// Has the chore done soon, which may be wanted sooner than it told. From any thread.
    public void wake() {
        wakeup.wake();
    }

    /// What the system granted of [SenderLimits#sendBuffer()]: root gets all of it, others at most
    /// `net.core.wmem_max`.
    public int sendBuffer() {
        return sockets.sendBuffer();
    }

    /// The UDP port that all datagrams come from.
    public int sourcePort() {
        return sockets.udp().local().port();
    }

    /// Whether the address is that of its UDP socket.
    public boolean isOwn(InetSocketAddress address) {
        return sockets.udp().isSource(address);
    }

    public long threadId() {
        return started.join();
    }

    /// Sends what waits, then closes. Those who have taken nothing for half a second are given up.
    ///
    /// @return false when the time was too short
    public boolean drain(Duration timeout) throws InterruptedException {
        advance(Phase.DRAINING);
        boolean finished = thread.join(timeout);
        close();
        return finished;
    }

    /// Gives up what waits, and everything from now on.
    public void close() {
        advance(Phase.CLOSING);
        LinuxThread.joinUnlessCurrent(thread);
    }

    private synchronized void advance(Phase next) {
        if (phase.compareTo(next) < 0) {
            phase = next;
            wakeup.wake();
        }
    }

    private void run() {
        try (var libc = new Libc()) {
            try {
                var waiting = new Waiting(libc, sockets.unix(), wakeup);
                OutgoingTraffic all = sockets.traffic(libc, limits.patience().toNanos(), counters);
                traffic = all;
                started.complete(LinuxThread.id());
                while (phase == Phase.SENDING || (phase == Phase.DRAINING && !isDone(all))) {
                    turn(waiting, all);
                }
            } finally {
                end(libc);
            }
        } catch (Throwable t) {
            if (!started.completeExceptionally(t)) {
                LOG.log(System.Logger.Level.ERROR, "the thread " + thread.getName() + " has failed", t);
                failed.accept(t);
            }
        }
    }

    private boolean isDone(OutgoingTraffic all) {
        return inbox.isEmpty() && tasks.isEmpty() && all.isIdle();
    }

    private void turn(Waiting waiting, OutgoingTraffic all) throws IOException {
        long nanos = Math.min(TimeUnit.NANOSECONDS.convert(chore.get()), all.nanosToNext(System.nanoTime()));
        if (nanos > 0 && inbox.isEmpty() && tasks.isEmpty()) {
            waiting.await(Waiting.Event.NOTHING, millis(nanos));
        }
        waiting.rearm();
        Runnable task = tasks.poll();
        if (task != null) {
            task.run();
        }
        takeInbox(all);
        all.turn(System.nanoTime(), phase != Phase.SENDING);
    }

    /// One more than whole milliseconds, so that it does not wake too early; -1 for ever.
    private static int millis(long nanos) {
        return nanos == Long.MAX_VALUE ? -1 : (int) Math.min(Integer.MAX_VALUE, nanos / 1_000_000 + 1);
    }

    private void takeInbox(OutgoingTraffic all) {
        for (Announced next = inbox.poll(); next != null; next = inbox.poll()) {
            all.announce(next.peer(), next.line());
        }
    }

    private void end(Libc libc) {
        ended = true;
        try {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            OutgoingTraffic all = traffic;
            if (all != null) {
                takeInbox(all);
                all.giveUp();
            }
        } finally {
            sockets.close(libc);
            wakeup.close(libc);
        }
    }
}
