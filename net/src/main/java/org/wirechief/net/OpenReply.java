package org.wirechief.net;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.NamedPipe;

/// One reply FIFO that is open: a request of it runs, or its reader has not taken all replies yet,
/// which go one behind the other. FIFO's thread only.
final class OpenReply {

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
    private final ArrayDeque<OneReply> unsent = new ArrayDeque<>();
    private int toldParked;
    private boolean running;
    private boolean gathers = true;
    private @Nullable LongAdder cut;
    private byte[] rest = NOTHING;
    private int at;
    private long given;
    private long taken;
    private long progressAt;

    OpenReply(ReplyQueue queue, NamedPipe pipe) {
        this.queue = queue;
        this.pipe = pipe;
    }

    ReplyQueue queue() {
        return queue;
    }

    NamedPipe pipe() {
        return pipe;
    }

    /// A request begins; the one before has been answered.
    OneReply begin(OpenReplies replies) {
        running = true;
        return new OneReply(this, replies);
    }

    /// Its reply is there, whose bytes follow.
    void answered(OneReply reply, int length, Runnable after) {
        running = false;
        given += length;
        reply.given(given, after);
        unsent.addLast(reply);
    }

    /// Whether a request was not answered yet.
    boolean isRunning() {
        return running;
    }

    /// Nobody waits for the request's answer any more.
    void abandon() {
        running = false;
    }

    /// Whether replies are gathered, for others that leave with them may follow at once.
    boolean gathers() {
        return gathers;
    }

    void gathersNoMore() {
        gathers = false;
    }

    /// The next reply that is sent, or will not be, once.
    @Nullable
    OneReply pollSettled() {
        OneReply first = unsent.peekFirst();
        if (first == null || (cut == null && first.end() > taken)) {
            return null;
        }
        toldParked = Math.max(0, toldParked - 1);
        return unsent.removeFirst();
    }

    /// Whether nothing is left to be done.
    boolean isDone() {
        return !gathers && !running && unsent.isEmpty();
    }

    /// How many replies have to wait for the reader that did not before.
    int newlyParked() {
        int fresh = unsent.size() - toldParked;
        toldParked = unsent.size();
        return fresh;
    }

    /// Whether the reader has left something.
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

    /// Gives up what the reader has left, and what might follow: the bytes would fit nothing.
    ///
    /// @param counter counts the replies
    void cut(LongAdder counter) {
        cut = counter;
        rest = NOTHING;
        at = 0;
    }

    /// What counts replies that are given up, null while none is.
    @Nullable
    LongAdder cutBy() {
        return cut;
    }

    /// Writes what there is room for and keeps a copy of the rest. What the reader has left already
    /// goes first.
    Progress send(Libc libc, NetCounters counters, byte[] bytes, int from, int to) {
        if (isParked()) {
            byte[] longer = Arrays.copyOfRange(rest, at, rest.length + to - from);
            System.arraycopy(bytes, from, longer, rest.length - at, to - from);
            rest = longer;
            at = 0;
            return Progress.PART;
        }
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

    private Progress write(Libc libc, NetCounters counters, int to) {
        for (int piece = 0; at < to && piece < PIECES; piece++) {
            int answer = pipe.write(libc, rest, at, to);
            if (answer > 0) {
                at += answer;
                taken += answer;
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
        return at == to ? Progress.WHOLE : Progress.PART;
    }
}
