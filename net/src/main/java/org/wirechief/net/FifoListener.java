package org.wirechief.net;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.PollSet;
import org.wirechief.net.linux.Wakeup;

/// Reads requests from a FIFO at a path, gives them to a [FifoHandler] and writes the replies into
/// the FIFOs they name, all on one thread that never waits for a client. All methods may be called
/// from any thread.
///
/// The path is checked at once when the system tells of a change, and every
/// [FifoLimits#checkEvery()] where it does not tell of all; a FIFO that is gone, is another or has
/// another owner is made anew. What was written to the one before is still read.
public final class FifoListener implements AutoCloseable, Drainable {

    /// What the thread still does; only ever the next one.
    private enum Phase {
        RECEIVING,
        /// Requests that were read go on.
        ANSWERING,
        /// Ends when there is nothing more to do.
        DRAINING,
        CLOSING
    }

    private static final System.Logger LOG = System.getLogger(FifoListener.class.getPackageName());

    private final Address address;
    private final FileAccess access;
    private final FifoLimits limits;
    private final NetCounters counters;
    private final FifoHandler handler;
    private final Thread thread;
    private final CompletableFuture<Long> started = new CompletableFuture<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Phase phase = Phase.RECEIVING;
    private volatile boolean reopen;
    private volatile @Nullable Wakeup wakeup;
    private volatile @Nullable FifoKeeper keeper;

    private FifoListener(
            String threadName,
            Address address,
            FileAccess access,
            FifoLimits limits,
            NetCounters counters,
            FifoHandler handler) {
        this.address = address;
        this.access = access;
        this.limits = limits;
        this.counters = counters;
        this.handler = handler;
        this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::run);
    }

    /// Makes the FIFO and reads from then on, on a thread of its own, a daemon.
    ///
    /// The path appears with its final mode and owner. A dead server's FIFO there is replaced; one
    /// that somebody reads, and a file that is no FIFO, never is. A path in a directory where the
    /// system may keep writers out (`fs.protected_fifos`) is warned of.
    ///
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    /// @throws IllegalArgumentException if the address is no FIFO
    public static FifoListener open(
            String threadName,
            Address address,
            FileAccess access,
            FifoLimits limits,
            NetCounters counters,
            FifoHandler handler)
            throws IOException {
        if (address.transport() != Transport.FIFO) {
            throw new IllegalArgumentException(address + " is no FIFO address; allowed is fifo");
        }
        var listener = new FifoListener(threadName, address, access, limits, counters, handler);
        listener.thread.start();
        BindFailure.naming(address, () -> {
            LinuxThread.awaitStart(listener.started);
            return listener;
        });
        StickyDirectory.warningFor(address).ifPresent(text -> LOG.log(System.Logger.Level.WARNING, text));
        return listener;
    }

    @Override
    public Address address() {
        return address;
    }

    /// The id in Linux of the thread that calls the handler, as `ps -L` shows it; -1 where there is
    /// no `/proc`.
    public long threadId() {
        return started.join();
    }

    /// Makes the FIFO anew, soon, as operators expect of a SIGHUP. What was written to the one
    /// before is still read.
    public void reopen() {
        reopen = true;
        wake();
    }

    /// Takes no further request and removes the own FIFO; what was written to it so far is read,
    /// and replies can still be sent.
    public void stopReceiving() {
        removeFile();
        advance(Phase.ANSWERING);
    }

    /// Requests that wait for their reply FIFO may still run, until [#drain] returns.
    @Override
    public boolean finishReading(Duration timeout) throws InterruptedException {
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("draining waits for the FIFO's thread, so it cannot run on it");
        }
        stopReceiving();
        return finished.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Requests that wait for their reply FIFO are waited for too, until they ran or were given up.
    @Override
    public boolean drain(Duration timeout) throws InterruptedException {
        TimeLeft left = TimeLeft.of(timeout);
        var _ = finishReading(timeout);
        advance(Phase.DRAINING);
        boolean ended = thread.join(left.now());
        close();
        return ended;
    }

    /// Closes now and removes the own FIFO; requests that wait are dropped unrun, replies are cut
    /// off, and both are counted. Returns when the handler has been called for the last time, at
    /// once if it is the handler that calls. Calling again does nothing.
    @Override
    public void close() {
        removeFile();
        advance(Phase.CLOSING);
        closing.countDown();
        LinuxThread.joinUnlessCurrent(thread);
    }

    private synchronized void advance(Phase next) {
        if (phase.compareTo(next) < 0) {
            phase = next;
            wake();
        }
    }

    private void wake() {
        Wakeup toWake = wakeup;
        if (toWake != null) {
            toWake.wake();
        }
    }

    private void removeFile() {
        FifoKeeper kept = keeper;
        if (kept != null) {
            kept.removeFile();
        }
    }

    private void run() {
        try (var libc = new Libc()) {
            var awake = Wakeup.open(libc);
            try {
                wakeup = awake;
                serve(libc, awake);
            } finally {
                awake.close(libc);
            }
        } catch (UnsupportedOperationException e) {
            started.completeExceptionally(BindFailure.because(address, String.valueOf(e.getMessage()), e));
        } catch (Throwable t) {
            if (!started.completeExceptionally(t)) {
                LOG.log(System.Logger.Level.ERROR, "the thread " + thread.getName() + " failed", t);
                handler.failed(t);
            }
        }
    }

    private void serve(Libc libc, Wakeup awake) throws IOException {
        var lookout = new Lookout();
        var requests = new ReplyFifos(libc, limits, counters, awake, lookout);
        FifoKeeper.Opener opener = file -> new FifoSource(libc, file.pipe(), limits, counters, handler, requests);
        var kept = new FifoKeeper(libc, address, access, limits, counters.fifos, opener);
        keeper = kept;
        try {
            started.complete(LinuxThread.id());
            serve(turn(libc, awake, kept, requests, lookout), requests, kept);
        } finally {
            finished.countDown();
            kept.close();
            requests.end();
        }
    }

    private FifoTurn turn(Libc libc, Wakeup awake, FifoKeeper kept, ReplyFifos requests, Lookout lookout) {
        var set = new PollSet(libc, FifoTurn.descriptors(limits));
        var backoff = new Backoff(
                counters.fifos.readErrors,
                e -> LOG.log(System.Logger.Level.WARNING, "waiting failed on {0}: {1}", address, e.getMessage()),
                closing);
        return new FifoTurn(libc, awake, kept, requests, new FifoWait(set, backoff, lookout), handler);
    }

    private void serve(FifoTurn turn, ReplyFifos requests, FifoKeeper kept) {
        boolean last = false;
        while (phase != Phase.CLOSING && !(last && phase == Phase.DRAINING && requests.isEmpty())) {
            boolean receiving = phase == Phase.RECEIVING;
            if (reopen) {
                reopen = false;
                kept.check(true);
            }
            turn.run(receiving);
            // only then has everything been read
            last = !receiving;
            if (last) {
                finished.countDown();
            }
        }
    }
}
