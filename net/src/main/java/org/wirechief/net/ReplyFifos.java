package org.wirechief.net;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.NamedPipe;
import org.wirechief.net.linux.Wakeup;

/// The requests of one listener that name reply FIFOs. Each FIFO has its own queue and its own
/// time; together they have a bound, where the oldest goes. FIFO's thread only.
final class ReplyFifos implements FifoReplies {
    private static final System.Logger LOG = System.getLogger(ReplyFifos.class.getPackageName());

    private final Libc libc;
    private final FifoLimits limits;
    private final FifoCounters counters;
    private final OpenReplies replies;
    private final ReplyWarnings warnings = new ReplyWarnings();
    private final Map<ReplyPath, ReplyQueue> queues = new HashMap<>();
    private final PriorityQueue<ReplyQueue> schedule = new PriorityQueue<>(Retried.SOONEST_FIRST);
    private final WaitingRequests waiting = new WaitingRequests();
    private final Lookout lookout;
    private long openings;
    private long readAt = System.nanoTime();
    private boolean ended;

    /// On the FIFO's thread.
    ///
    /// @param lookout is told how many requests are answered together
    ReplyFifos(Libc libc, FifoLimits limits, NetCounters counters, Wakeup wakeup, Lookout lookout) {
        this.libc = libc;
        this.limits = limits;
        this.counters = counters.fifos;
        this.lookout = lookout;
        this.replies = new OpenReplies(libc, limits, counters, wakeup, this::closed);
    }

    OpenReplies replies() {
        return replies;
    }

    /// What is opened from now on is for requests that are read together: one reading of the clock
    /// serves all of them.
    void reading() {
        readAt = System.nanoTime();
    }

    boolean isEmpty() {
        return queues.isEmpty() && replies.isEmpty();
    }

    @Override
    public void open(ReplyPath path, int bytes, FifoRequest request) {
        open(path, bytes, request, limits.openTimeout().toNanos());
    }

    @Override
    public void openNow(ReplyPath path, FifoRequest request) {
        open(path, 0, request, 0);
    }

    @Override
    public void alone(Runnable request) {
        try {
            request.run();
        } catch (Throwable t) {
            failed("a request failed", t);
        } finally {
            LinuxThread.clearInterrupt();
        }
    }

    private void open(ReplyPath path, int bytes, FifoRequest request, long patience) {
        long now = readAt;
        ReplyQueue queue = queues.computeIfAbsent(path, p -> new ReplyQueue(p, now));
        // one that is more than all may hold together waits all the same, alone
        int counted = Math.min(bytes, limits.waitingBytes());
        var added = new WaitingRequest(queue, request, counted, now, patience);
        queue.add(added);
        waiting.add(added);
        if (!queue.isBusy() && !queue.isScheduled()) {
            // not at once: of several requests that came together the first must not close the
            // FIFO before the next is known
            soon(queue, now);
        }
    }

    private void soon(ReplyQueue queue, long now) {
        queue.trySoon(now);
        schedule.add(queue);
    }

    /// Tries the FIFOs whose time has come.
    ///
    /// @return nanoseconds until the next is to be tried
    long retry(long now) {
        while (!schedule.isEmpty() && schedule.peek().nextTry() - now <= 0) {
            ReplyQueue queue = schedule.remove();
            queue.unscheduled();
            attempt(queue);
        }
        keepBound();
        ReplyQueue next = schedule.peek();
        return next == null ? Long.MAX_VALUE : Math.max(0, next.nextTry() - now);
    }

    /// Gives up everything.
    void end() {
        ended = true;
        for (WaitingRequest first = waiting.oldest(); first != null; first = waiting.oldest()) {
            drop(first, counters.unrunDropped);
        }
        schedule.clear();
        replies.end();
        queues.values().forEach(this::closeKept);
        queues.clear();
    }

    private void closed(OpenReply reply) {
        ReplyQueue queue = reply.queue();
        long now = System.nanoTime();
        queue.free(now);
        if (ended || queue.isAttempting()) {
            return;
        }
        // not at once: what closes one reply may be the making of room for another
        soon(queue, now);
    }

    /// Runs the first request of a queue if its FIFO can be opened, and those behind it if they can
    /// be answered at once.
    private void attempt(ReplyQueue queue) {
        if (!queue.begin()) {
            return;
        }
        try {
            WaitingRequest first = queue.first();
            ReplyOpening opening = null;
            while (first != null && !queue.isBusy() && !queue.isScheduled()) {
                if (opening == null || opening instanceof ReplyOpening.Opened) {
                    opening = open(queue);
                }
                // what cannot be opened for one cannot for those behind it
                attempt(queue, first, opening);
                first = queue.first();
            }
        } finally {
            queue.end();
        }
        if (queue.isEmpty() && !queue.isBusy()) {
            closeKept(queue);
            queues.remove(queue.path(), queue);
        }
    }

    /// How often it has tried to open a FIFO, which is worth counting: thousands of requests may
    /// name one that is gone.
    long openings() {
        return openings;
    }

    private ReplyOpening open(ReplyQueue queue) {
        openings++;
        NamedPipe kept = queue.takeKept();
        if (kept != null
                && replies.hasRoom()
                && ReplyOpening.leadsTo(libc, queue.path(), kept)
                && replies.hasReader(kept)) {
            return new ReplyOpening.Opened(kept);
        }
        if (kept != null) {
            kept.close(libc);
        }
        if (!replies.hasRoom()) {
            return new ReplyOpening.NoRoom("all are being answered");
        }
        ReplyOpening opening = ReplyOpening.attempt(libc, queue.path());
        if (opening instanceof ReplyOpening.NoRoom(String what)) {
            warnings.noRoom(queue.path(), what);
            return replies.makeRoom() ? ReplyOpening.attempt(libc, queue.path()) : opening;
        }
        return opening;
    }

    private void closeKept(ReplyQueue queue) {
        NamedPipe kept = queue.takeKept();
        if (kept != null) {
            kept.close(libc);
        }
    }

    private void attempt(ReplyQueue queue, WaitingRequest first, ReplyOpening opening) {
        switch (opening) {
            case ReplyOpening.Opened(NamedPipe pipe) -> run(queue, first, pipe);
            case ReplyOpening.Refused refused -> {
                warnings.refused(queue.path(), refused);
                drop(first, counters.replyRefused);
            }
            case ReplyOpening.NoReader _ -> tryLater(queue, first, queue.deadline(first), counters.noReader);
            case ReplyOpening.NoRoom _ -> {
                // also one that waits for no reader: its reader may be there
                long begin = queue.deadline(first) - first.patience();
                tryLater(queue, first, begin + limits.openTimeout().toNanos(), counters.unrunDropped);
            }
        }
    }

    private void tryLater(ReplyQueue queue, WaitingRequest first, long deadline, LongAdder inVain) {
        long now = System.nanoTime();
        if (deadline - now <= 0) {
            drop(first, inVain);
            return;
        }
        if (first.waits()) {
            counters.waited.increment();
        }
        queue.tryLater(now);
        schedule.add(queue);
    }

    /// Runs the first request, and those behind it as long as each is answered at once.
    private void run(ReplyQueue queue, WaitingRequest first, NamedPipe pipe) {
        queue.take();
        OpenReply reply = replies.add(queue, pipe);
        WaitingRequest next = first;
        int together = 0;
        do {
            run(next, reply);
            together++;
            next = queue.first();
        } while (next != null && replies.gathersMore(reply));
        replies.endGathering(reply);
        lookout.served(together);
    }

    private void run(WaitingRequest request, OpenReply reply) {
        remove(request);
        OneReply one = reply.begin(replies);
        try {
            request.request().run(one);
        } catch (Throwable t) {
            failed("a request failed", t);
            one.answer(new byte[0], 0, 0, () -> {});
        } finally {
            LinuxThread.clearInterrupt();
        }
    }

    /// The oldest of all is the first of its queue too.
    private void keepBound() {
        while (waiting.count() > limits.waiting() || waiting.bytes() > limits.waitingBytes()) {
            WaitingRequest oldest = waiting.oldest();
            if (oldest == null) {
                return;
            }
            drop(oldest, counters.unrunDropped);
        }
    }

    private void drop(WaitingRequest request, LongAdder counter) {
        remove(request);
        counter.increment();
        try {
            request.request().dropped();
        } catch (Throwable t) {
            failed("what follows a request that was not run failed", t);
        }
    }

    private void remove(WaitingRequest request) {
        waiting.remove(request);
        request.queue().removeFirst();
    }

    private void failed(String what, Throwable t) {
        counters.handlerErrors.increment();
        LOG.log(System.Logger.Level.ERROR, what, t);
    }
}
