package org.wirechief.net;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.NamedPipe;
import org.wirechief.net.linux.PollSet;
import org.wirechief.net.linux.Wakeup;

/// The reply FIFOs of one listener that are open. A reader that is slow or stops costs its own
/// reply; when there is no room for another, the one goes that has taken nothing for longest.
/// FIFO's thread only, but for [#answer].
final class OpenReplies {

    /// An answer another thread has given.
    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    private record Given(OpenReply reply, byte[] bytes, Runnable afterSend) {}

    private static final System.Logger LOG = System.getLogger(OpenReplies.class.getPackageName());

    private final Libc libc;
    private final FifoLimits limits;
    private final NetCounters counters;
    private final Wakeup wakeup;
    private final Thread thread = Thread.currentThread();
    private final Consumer<OpenReply> whenClosed;
    private final Set<OpenReply> open = new LinkedHashSet<>();
    private final ConcurrentLinkedQueue<Given> given = new ConcurrentLinkedQueue<>();
    private final PollSet probe;
    private long parkedBytes;
    private volatile boolean ended;

    /// On the FIFO's thread.
    ///
    /// @param whenClosed is told of each that is closed
    OpenReplies(Libc libc, FifoLimits limits, NetCounters counters, Wakeup wakeup, Consumer<OpenReply> whenClosed) {
        this.libc = libc;
        this.limits = limits;
        this.counters = counters;
        this.wakeup = wakeup;
        this.whenClosed = whenClosed;
        this.probe = new PollSet(libc, 1);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /// Whether somebody reads an open reply FIFO.
    boolean hasReader(NamedPipe pipe) {
        probe.clear();
        int index = probe.addWritable(pipe);
        probe.await(0);
        return !probe.hasNoReader(index);
    }

    /// Whether one more may be open; makes room if some reader takes nothing.
    boolean hasRoom() {
        while (open.size() >= limits.openReplies()) {
            if (!dropStalest(null)) {
                return false;
            }
        }
        return true;
    }

    /// Closes the one whose reader has taken nothing for longest.
    ///
    /// @return whether there was one
    boolean makeRoom() {
        return dropStalest(null);
    }

    OpenReply add(ReplyQueue queue, NamedPipe pipe) {
        var reply = new OpenReply(queue, pipe, this);
        open.add(reply);
        return reply;
    }

    /// From any thread.
    void answer(OpenReply reply, byte[] bytes, int from, int to, Runnable afterSend) {
        if (Thread.currentThread().equals(thread)) {
            begin(reply, bytes, from, to, afterSend);
            return;
        }
        var answer = new Given(reply, Arrays.copyOfRange(bytes, from, to), afterSend);
        given.add(answer);
        if (ended && given.remove(answer)) {
            run(afterSend);
        }
        wakeup.wake();
    }

    /// Sends what other threads have given.
    void takeGiven() {
        for (Given answer = given.poll(); answer != null; answer = given.poll()) {
            begin(answer.reply, answer.bytes, 0, answer.bytes.length, answer.afterSend);
        }
    }

    private void begin(OpenReply reply, byte[] bytes, int from, int to, Runnable afterSend) {
        if (!open.contains(reply)) {
            run(afterSend); // the listener has given it up
            return;
        }
        OpenReply.Progress progress = reply.begin(libc, counters, bytes, from, to, afterSend);
        if (progress != OpenReply.Progress.PART) {
            close(reply, counter(progress));
        } else if (makeRoomFor(reply)) {
            parkedBytes += reply.parked();
            counters.fifos.repliesParked.increment();
        } else {
            close(reply, counters.fifos.repliesDropped);
        }
    }

    private boolean makeRoomFor(OpenReply reply) {
        if (reply.parked() > limits.parkedBytes()) {
            return false;
        }
        while (parkedBytes > limits.parkedBytesInAll() - (long) reply.parked()) {
            if (!dropStalest(reply)) {
                return false;
            }
        }
        return true;
    }

    private boolean dropStalest(@Nullable OpenReply besides) {
        long now = System.nanoTime();
        Optional<OpenReply> stalest = open.stream()
                .filter(reply -> reply.isParked() && reply != besides)
                // nanoTime may wrap: only differences may be compared
                .min(Comparator.comparingLong(reply -> reply.progressAt() - now));
        stalest.ifPresent(reply -> forget(reply, counters.fifos.repliesDropped));
        return stalest.isPresent();
    }

    /// Adds those whose readers have left something.
    ///
    /// @return them, in the order they were added
    List<OpenReply> addTo(PollSet set) {
        List<OpenReply> parked = open.stream().filter(OpenReply::isParked).toList();
        parked.forEach(reply -> set.addWritable(reply.pipe()));
        return parked;
    }

    /// Goes on with one whose reader has read, or has gone.
    void goOn(OpenReply reply) {
        if (!open.contains(reply)) {
            return;
        }
        int before = reply.parked();
        OpenReply.Progress progress = reply.goOn(libc, counters);
        parkedBytes -= before - reply.parked();
        if (progress != OpenReply.Progress.PART) {
            forget(reply, counter(progress));
        }
    }

    /// Gives up those whose readers have taken nothing for too long.
    ///
    /// @return nanoseconds until the next would be
    long expire(long now) {
        long next = Long.MAX_VALUE;
        for (OpenReply reply : List.copyOf(open)) {
            long left = reply.progressAt() + limits.replyTimeout().toNanos() - now;
            if (reply.isParked() && left <= 0) {
                forget(reply, counters.fifos.repliesExpired);
            } else if (reply.isParked()) {
                next = Math.min(next, left);
            }
        }
        return next;
    }

    /// Gives up everything.
    void end() {
        ended = true;
        for (OpenReply reply : List.copyOf(open)) {
            forget(reply, counters.fifos.repliesDropped);
        }
        takeGiven();
    }

    private void forget(OpenReply reply, LongAdder counter) {
        parkedBytes -= reply.parked();
        close(reply, counter);
    }

    private void close(OpenReply reply, LongAdder counter) {
        open.remove(reply);
        if (reply.isTaken() && !reply.queue().isEmpty() && !ended) {
            reply.queue().keepOpen(reply.pipe());
        } else {
            reply.pipe().close(libc);
        }
        counter.increment();
        run(reply.afterSend());
        whenClosed.accept(reply);
    }

    private LongAdder counter(OpenReply.Progress progress) {
        return switch (progress) {
            case WHOLE -> counters.fifos.repliesSent;
            case READER_GONE -> counters.fifos.repliesReaderGone;
            case PART, FAILED -> counters.fifos.sendErrors;
        };
    }

    private void run(Runnable afterSend) {
        try {
            afterSend.run();
        } catch (Throwable t) {
            counters.fifos.handlerErrors.increment();
            LOG.log(System.Logger.Level.ERROR, "what follows a reply failed", t);
        }
    }
}
