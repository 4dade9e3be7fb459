package org.wirechief.net;

import java.util.ArrayList;
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
/// replies; when there is no room for others, those go of the one that has taken nothing for
/// longest.
/// FIFO's thread only, but for [#answer].
final class OpenReplies {

    /// An answer another thread has given.
    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    private record Given(OneReply reply, byte[] bytes, Runnable afterSend) {}

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
    private final ReplyGathering gathering;
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
        this.gathering = new ReplyGathering(limits.parkedBytes());
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /// Whether somebody reads an open reply FIFO.
    boolean hasReader(NamedPipe pipe) {
        return probe.hasReader(pipe);
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

    /// From now to [#endGathering] replies that are given at once leave together; one at a time.
    OpenReply add(ReplyQueue queue, NamedPipe pipe) {
        var reply = new OpenReply(queue, pipe);
        open.add(reply);
        gathering.begin();
        return reply;
    }

    /// Whether a further request may run before what is gathered leaves.
    boolean gathersMore(OpenReply reply) {
        return !reply.isRunning() && !reply.isParked() && reply.cutBy() == null && gathering.mayGoOn();
    }

    /// Sends what was gathered.
    void endGathering(OpenReply reply) {
        sendGathered(reply);
        reply.gathersNoMore();
        settle(reply);
    }

    /// From any thread.
    void answer(OneReply reply, byte[] bytes, int from, int to, Runnable afterSend) {
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

    private void begin(OneReply one, byte[] bytes, int from, int to, Runnable afterSend) {
        OpenReply reply = one.fifo();
        if (!open.contains(reply)) {
            run(afterSend); // the listener has given it up
            return;
        }
        reply.answered(one, to - from, afterSend);
        if (!reply.gathers()) {
            send(reply, bytes, from, to);
            settle(reply);
            return;
        }
        if (!gathering.hasRoom(to - from)) {
            sendGathered(reply);
        }
        if (reply.isParked() || !gathering.hasRoom(to - from)) {
            send(reply, bytes, from, to);
        } else {
            gathering.add(bytes, from, to);
        }
    }

    private void sendGathered(OpenReply reply) {
        int size = gathering.take();
        send(reply, gathering.bytes(), 0, size);
    }

    private void send(OpenReply reply, byte[] bytes, int from, int to) {
        if (reply.cutBy() != null || from == to) {
            return;
        }
        int before = reply.parked();
        OpenReply.Progress progress = reply.send(libc, counters, bytes, from, to);
        parkedBytes += reply.parked() - before;
        switch (progress) {
            case WHOLE -> {}
            case PART -> {
                if (makeRoomFor(reply)) {
                    counters.fifos.repliesParked.add(reply.newlyParked());
                } else {
                    cut(reply, counters.fifos.repliesDropped);
                }
            }
            case READER_GONE, FAILED -> cut(reply, counter(progress));
        }
    }

    private boolean makeRoomFor(OpenReply reply) {
        if (reply.parked() > limits.parkedBytes()) {
            return false;
        }
        while (parkedBytes > limits.parkedBytesInAll()) {
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
        if (!open.contains(reply) || !reply.isParked()) {
            return;
        }
        int before = reply.parked();
        OpenReply.Progress progress = reply.goOn(libc, counters);
        parkedBytes -= before - reply.parked();
        switch (progress) {
            case WHOLE, PART -> {}
            case READER_GONE, FAILED -> cut(reply, counter(progress));
        }
        settle(reply);
    }

    /// Gives up those whose readers have taken nothing for too long, and take nothing now: this
    /// process may have been stopped meanwhile.
    ///
    /// @return nanoseconds until the next would be; 0 or less when one was now, so that requests
    ///     behind it may run
    long expire(long now) {
        long next = Long.MAX_VALUE;
        for (OpenReply reply : List.copyOf(open)) {
            if (reply.isParked()) {
                long left = left(reply, now);
                next = Math.min(next, left);
                if (left <= 0) {
                    goOn(reply);
                    if (reply.isParked() && left(reply, now) <= 0) {
                        forget(reply, counters.fifos.repliesExpired);
                    }
                }
            }
        }
        return next;
    }

    private long left(OpenReply reply, long now) {
        return reply.progressAt() + limits.replyTimeout().toNanos() - now;
    }

    /// Gives up everything.
    void end() {
        ended = true;
        for (OpenReply reply : List.copyOf(open)) {
            if (reply.isRunning()) {
                reply.abandon();
                counters.fifos.repliesDropped.increment();
            }
            reply.gathersNoMore();
            forget(reply, counters.fifos.repliesDropped);
        }
        takeGiven();
    }

    private void forget(OpenReply reply, LongAdder counter) {
        cut(reply, counter);
        settle(reply);
    }

    /// Its request may run on; what it answers is counted alike.
    private void cut(OpenReply reply, LongAdder counter) {
        parkedBytes -= reply.parked();
        reply.cut(counter);
        reply.pipe().close(libc);
    }

    /// Counts what is sent or given up, and closes the FIFO when that is all.
    private void settle(OpenReply reply) {
        LongAdder cutBy = reply.cutBy();
        LongAdder counter = cutBy == null ? counters.fifos.repliesSent : cutBy;
        List<Runnable> after = new ArrayList<>();
        for (OneReply one = reply.pollSettled(); one != null; one = reply.pollSettled()) {
            counter.increment();
            after.add(one.afterSend());
        }
        boolean done = reply.isDone();
        if (done) {
            close(reply);
        }
        after.forEach(this::run);
        if (done) {
            whenClosed.accept(reply);
        }
    }

    private void close(OpenReply reply) {
        open.remove(reply);
        if (reply.cutBy() == null && !reply.queue().isEmpty() && !ended) {
            reply.queue().keepOpen(reply.pipe());
        } else {
            reply.pipe().close(libc);
        }
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
        } finally {
            LinuxThread.clearInterrupt();
        }
    }
}
