package org.wirechief.bench;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;

/// One connection's part of a load: keeps its window of requests full, and judges every reply.
final class Questions implements Conversation {
    private final Exchange exchange;
    private final Window window;
    private final @Nullable ReplyRing replies;
    private final Tally tally;
    private final boolean ordered;
    private final int outstanding;
    private boolean stopped;

    /// @param ordered whether replies must come in the order of the requests, as on streams
    Questions(int number, int outstanding, boolean ordered, Exchange exchange, Tally tally) {
        this.exchange = exchange;
        this.tally = tally;
        this.ordered = ordered;
        this.outstanding = outstanding;
        this.window = new Window(number, outstanding);
        this.replies = ReplyRing.of(exchange, outstanding);
    }

    @Override
    public int longestRequest() {
        return exchange.requestLength();
    }

    @Override
    public int longestPacket() {
        return Math.max(exchange.requestLength(), exchange.replyLength());
    }

    @Override
    public int outstanding() {
        return outstanding;
    }

    /// Nothing more is asked; replies are still taken.
    void stop() {
        stopped = true;
    }

    int waiting() {
        return window.waiting();
    }

    /// Counts the requests that wait longer than `age` at `now` as lost.
    void giveUp(long now, long age) {
        tally.lost(window.giveUp(now, age), "a request was not answered in time");
    }

    @Override
    public boolean wantsToSend() {
        return !stopped && window.hasRoom();
    }

    @Override
    public void request(ByteBuffer out, long now) {
        int cookie = window.open(now);
        if (replies != null) {
            replies.expect(Cookies.slot(cookie), cookie);
        }
        exchange.putRequest(out, cookie);
    }

    @Override
    public int received(byte[] bytes, int from, int to, long now) throws ProtocolError {
        int at = from + inOrder(bytes, from, to, now);
        while (at < to) {
            if (exchange.isReply(bytes, at, to)) {
                replied(exchange.cookieAt(bytes, at), now);
                at += exchange.replyLength();
                continue;
            }
            int length = length(bytes, at, to);
            if (length == 0) {
                break;
            }
            unexpected(bytes, at, at + length);
            at += length;
        }
        return at - from;
    }

    /// Takes the replies that are right and in order together, and says how many bytes they have.
    private int inOrder(byte[] bytes, int from, int to, long now) {
        if (replies == null || !window.isOrderly()) {
            return 0;
        }
        int count = replies.matching(bytes, from, to, window.oldest(), window.waiting());
        if (count > 0) {
            window.answeredInOrder(count, now, tally);
        }
        return count * exchange.replyLength();
    }

    private int length(byte[] bytes, int at, int to) throws ProtocolError {
        try {
            return exchange.dialect().length(bytes, at, to);
        } catch (ProtocolError e) {
            tally.wrong(() -> "bytes that no reply begins with");
            throw e;
        }
    }

    private void replied(int cookie, long now) {
        switch (answered(cookie)) {
            case EXPECTED -> tally.right(now - window.answeredSince(), 1);
            case OVERTAKEN -> {
                if (ordered) {
                    tally.wrong(() -> "a reply after the reply to a later request");
                } else {
                    tally.right(now - window.answeredSince(), 1);
                }
            }
            case LATE -> tally.late();
            case UNKNOWN -> tally.wrong(() -> "a reply nobody waits for, cookie %08x".formatted(cookie));
        }
    }

    /// Whole, but no reply with the expected body. It answers its request all the same.
    private void unexpected(byte[] bytes, int at, int end) {
        if (answered(exchange.dialect().cookie(bytes, at, end)) == Window.Verdict.LATE) {
            tally.late();
        } else {
            tally.wrong(() -> exchange.dialect().describe(bytes, at, end));
        }
    }

    private Window.Verdict answered(int cookie) {
        return exchange.dialect().cookies() == CookieForm.NONE ? window.answeredOldest() : window.answered(cookie);
    }

    @Override
    public void broken(String why) {
        tally.wrong(() -> why);
    }

    @Override
    public void ended(String why) {
        tally.ended(why);
        tally.lost(window.giveUpAll(), why);
    }
}
