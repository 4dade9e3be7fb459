package org.wirechief.net;

import java.util.Arrays;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.NamedPipe;

/// One open request FIFO: what was read from it and is not used yet. FIFO's thread only.
final class FifoSource {
    private static final int SMALLEST = 4096;

    /// Of a request that was too long, so much is kept that its end is seen in two pieces.
    private static final int TAIL = 3;

    private static final long PAUSE = 100_000_000;

    /// What is in the pipe at the end is still read, a pipe's capacity many times over.
    private static final int LAST_READS = 64;

    private static final System.Logger LOG = System.getLogger(FifoSource.class.getPackageName());

    private final Libc libc;
    private final NamedPipe pipe;
    private final FifoLimits limits;
    private final NetCounters counters;
    private final FifoHandler handler;
    private final FifoReplies replies;
    /// Bytes that are kept: the longest request, and at least what is written at once (`PIPE_BUF`).
    private final int most;
    private byte[] bytes = new byte[SMALLEST];
    private int end;
    private boolean skipping;
    private long lastRead;
    private boolean failing;
    private long pausedUntil;

    FifoSource(
            Libc libc,
            NamedPipe pipe,
            FifoLimits limits,
            NetCounters counters,
            FifoHandler handler,
            FifoReplies replies) {
        this.libc = libc;
        this.pipe = pipe;
        this.limits = limits;
        this.counters = counters;
        this.handler = handler;
        this.replies = replies;
        this.most = Math.max(SMALLEST, limits.maxRequest());
    }

    NamedPipe pipe() {
        return pipe;
    }

    /// Whether reading works; after a failure it is tried again when a pause is over.
    boolean isReadable(long now) {
        if (failing && pausedUntil - now <= 0) {
            failing = false;
        }
        return !failing;
    }

    /// Reads what is there, at most one transfer, and has it handled.
    ///
    /// @return whether something was there
    boolean read() {
        int fresh = end;
        int answer = fill();
        if (end == fresh) {
            if (answer < 0 && !Errno.EAGAIN.is(answer) && !Errno.EINTR.is(answer)) {
                failed(answer);
            }
            return false;
        }
        counters.bytesIn.add(end - fresh);
        lastRead = System.nanoTime();
        if (skipping) {
            resync(0);
            fresh = 0;
        }
        if (!skipping && end > 0) {
            handle(fresh);
        }
        return true;
    }

    /// Reads on while its buffer is filled: the rest of a write would look like another write.
    ///
    /// @return what the last read answered
    private int fill() {
        int to = Math.min(most, end + Libc.TRANSFER);
        int room;
        int answer;
        do {
            makeRoom();
            room = Math.min(bytes.length, to) - end;
            answer = pipe.read(libc, bytes, end, room);
            end += Math.max(0, answer);
        } while (answer == room && end < to);
        return answer;
    }

    /// Reads what is there, has it handled, and drops half a request at its end: nothing is read
    /// after this.
    void readLast() {
        for (int i = 0; i < LAST_READS && read(); i++) {
            // each read has its requests handled
        }
        giveUp();
    }

    /// Drops half a request whose rest does not come.
    ///
    /// @return nanoseconds until it would be
    long expire(long now) {
        if (end == 0 && !skipping) {
            return failing ? Math.max(0, pausedUntil - now) : Long.MAX_VALUE;
        }
        long left = lastRead + limits.requestTimeout().toNanos() - now;
        if (left > 0) {
            return left;
        }
        giveUp();
        return Long.MAX_VALUE;
    }

    /// Drops half a request, if there is one.
    void giveUp() {
        if (!skipping && end > 0) {
            counters.fifos.incompleteExpired.increment();
            handled(() -> handler.expired(bytes, 0, end, replies));
        }
        end = 0;
        skipping = false;
        settle();
    }

    /// Leaves less than the longest request, so that there is room for the next read.
    private void handle(int fresh) {
        offer(fresh);
        while (!skipping && end >= limits.maxRequest()) {
            counters.fifos.tooLong.increment();
            handled(() -> handler.tooLong(bytes, 0, end, replies));
            // where it begins itself does not count: something must go
            resync(1);
            if (!skipping) {
                offer(0);
            }
        }
        settle();
    }

    private void offer(int fresh) {
        handled(() -> {
            int used = handler.received(bytes, 0, fresh, end, replies);
            if (used < 0 || used > end) {
                throw new IllegalStateException("a handler used " + used + " of " + end + " bytes");
            }
            drop(used);
        });
    }

    private void handled(Runnable call) {
        try {
            call.run();
        } catch (Throwable t) {
            counters.fifos.handlerErrors.increment();
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the handler of " + Thread.currentThread().getName() + " failed",
                    t);
            end = 0;
        }
    }

    private void resync(int from) {
        int next = handler.resync(bytes, from, end);
        skipping = next < 0;
        drop(skipping ? Math.max(0, end - TAIL) : next);
    }

    private void drop(int used) {
        System.arraycopy(bytes, used, bytes, 0, end - used);
        end -= used;
    }

    private void makeRoom() {
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(most, 2 * bytes.length));
        }
    }

    private void settle() {
        if (end == 0 && bytes.length > SMALLEST) {
            bytes = new byte[SMALLEST];
        }
    }

    private void failed(int answer) {
        counters.fifos.readErrors.increment();
        LOG.log(
                System.Logger.Level.WARNING,
                "reading failed on {0}: {1}",
                Thread.currentThread().getName(),
                Errno.describe(answer));
        pausedUntil = System.nanoTime() + PAUSE;
        failing = true;
    }
}
