package org.wirechief.net;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/// The reply of one request, which others may share the open FIFO with. FIFO's thread only, but
/// for [#answer].
final class OneReply implements ReplyFifo {
    private final OpenReply fifo;
    private final OpenReplies replies;
    private final AtomicBoolean answered = new AtomicBoolean();
    private long end;
    private Runnable afterSend = () -> {};

    OneReply(OpenReply fifo, OpenReplies replies) {
        this.fifo = fifo;
        this.replies = replies;
    }

    @Override
    public void answer(byte[] bytes, int from, int to, Runnable after) {
        Objects.checkFromToIndex(from, to, bytes.length);
        if (answered.compareAndSet(false, true)) {
            replies.answer(this, bytes, from, to, after);
        }
    }

    OpenReply fifo() {
        return fifo;
    }

    /// It has been given.
    ///
    /// @param last how many bytes its FIFO was given with it
    void given(long last, Runnable after) {
        end = last;
        afterSend = after;
    }

    /// How many bytes its FIFO must have taken until it is sent.
    long end() {
        return end;
    }

    Runnable afterSend() {
        return afterSend;
    }
}
