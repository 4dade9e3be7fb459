package org.wirechief.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The replies that the slots of a window wait for, byte for byte, side by side in the order of the
/// slots: while a server answers in order, all that has come is judged by one comparison.
final class ReplyRing {
    /// Rings of long replies would take more memory than they save time.
    private static final int LARGEST = 64 * 1024;

    private final Exchange exchange;
    private final int slots;
    private final byte[] replies;
    private final ByteBuffer view;

    /// None where all replies together are long.
    static @Nullable ReplyRing of(Exchange exchange, int slots) {
        return (long) slots * exchange.replyLength() > LARGEST ? null : new ReplyRing(exchange, slots);
    }

    private ReplyRing(Exchange exchange, int slots) {
        this.exchange = exchange;
        this.slots = slots;
        replies = new byte[slots * exchange.replyLength()];
        view = CookieForm.over(replies);
        for (int slot = 0; slot < slots; slot++) {
            exchange.putReply(view, slot * exchange.replyLength(), Cookies.SAMPLE);
        }
    }

    /// What the slot waits for from now on.
    void expect(int slot, int cookie) {
        exchange.putReplyCookie(view, slot * exchange.replyLength(), cookie);
    }

    /// How many whole replies stand at `from` that are just those of the slots from `slot` on.
    ///
    /// @param most of so many slots, which may go round the end
    int matching(byte[] bytes, int from, int to, int slot, int most) {
        int length = exchange.replyLength();
        int wanted = Math.min((to - from) / length, most);
        int before = Math.min(wanted, slots - slot);
        int same = matching(bytes, from, before * length, slot * length) / length;
        if (same < before || before == wanted) {
            return same;
        }
        return before + matching(bytes, from + before * length, (wanted - before) * length, 0) / length;
    }

    private int matching(byte[] bytes, int from, int length, int at) {
        int other = Arrays.mismatch(bytes, from, from + length, replies, at, at + length);
        return other < 0 ? length : other;
    }
}
