package org.wirechief.net;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.NamedPipe;

/// One reply FIFO that is open: its request runs, or its reader has not taken the whole reply yet.
/// FIFO's thread only, but for [#answer].
final class OpenReply implements ReplyFifo {

    /// What a write came to.
    enum Progress {
        /// The reader has taken everything.
        WHOLE,
        /// It has taken what there was room for, which may be nothing.
        PART,
        /// There is no reader any more.
        READER_GONE,
        /// The system refused.
        FAILED
    }

    /// In one turn no reader is given more than so many pieces, so that others come to theirs.
    private static final int PIECES = 16;

    private static final byte[] NOTHING = {};

    private final ReplyQueue queue;
    private final NamedPipe pipe;
    private final OpenReplies replies;
    private final AtomicBoolean answered = new AtomicBoolean();
    private byte[] rest = NOTHING;
    private int at;
    private boolean taken;
    private long progressAt;
    private Runnable afterSend = () -> {};

    OpenReply(ReplyQueue queue, NamedPipe pipe, OpenReplies replies) {
        this.queue = queue;
        this.pipe = pipe;
        this.replies = replies;
    }

    @Override
    public void answer(byte[] bytes, int from, int to, Runnable after) {
        Objects.checkFromToIndex(from, to, bytes.length);
        if (answered.compareAndSet(false, true)) {
            replies.answer(this, bytes, from, to, after);
        }
    }

    ReplyQueue queue() {
        return queue;
    }

    NamedPipe pipe() {
        return pipe;
    }

    /// Whether the reader has left something of the reply.
    boolean isParked() {
        return at < rest.length;
    }

    int parked() {
        return rest.length - at;
    }

    /// When the reader has taken something the last time, in the sense of [System#nanoTime()].
    long progressAt() {
        return progressAt;
    }

    Runnable afterSend() {
        return afterSend;
    }

    /// Writes what there is room for and keeps a copy of the rest.
    Progress begin(Libc libc, NetCounters counters, byte[] bytes, int from, int to, Runnable after) {
        afterSend = after;
        rest = bytes;
        at = from;
        progressAt = System.nanoTime();
        Progress progress = write(libc, counters, to);
        rest = progress == Progress.PART ? Arrays.copyOfRange(bytes, at, to) : NOTHING;
        at = 0;
        return progress;
    }

    /// Writes more of the rest.
    Progress goOn(Libc libc, NetCounters counters) {
        return write(libc, counters, rest.length);
    }

    /// Whether the reader has taken everything.
    boolean isTaken() {
        return taken;
    }

    private Progress write(Libc libc, NetCounters counters, int to) {
        for (int piece = 0; at < to && piece < PIECES; piece++) {
            int answer = pipe.write(libc, rest, at, to);
            if (answer > 0) {
                at += answer;
                progressAt = System.nanoTime();
                counters.bytesOut.add(answer);
            } else if (Errno.EPIPE.is(answer)) {
                return Progress.READER_GONE;
            } else if (Errno.EAGAIN.is(answer)) {
                break;
            } else if (!Errno.EINTR.is(answer)) {
                return Progress.FAILED;
            }
        }
        taken = at == to;
        return taken ? Progress.WHOLE : Progress.PART;
    }
}
