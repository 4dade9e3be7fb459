package org.wirechief.wire.binrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.wirechief.core.Elements;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.Prepared;
import org.wirechief.core.Reply;
import org.wirechief.wire.ReplyBuffer;

/// An answer that writes its records straight into the bytes to be sent. A fault goes back to where
/// it began.
///
/// What BINRPC has no way to say: true is 1, false 0; nothing is the text `<null string>`; an
/// integer beyond 32 bits goes as decimal text; an array is a struct without names (spec ctl §9.4);
/// rows are a struct each.
///
/// Write it, then [#finish()] once; until then nothing else may be written to the same buffer. One
/// object may write one answer after the other. Not for use by several threads.
public final class BinrpcReply implements Reply {
    private final AnswerPacket packet;
    private final AnswerLevel top;
    private List<Runnable> actions = List.of();

    /// Begins an answer at the end of `out`.
    public BinrpcReply(ReplyBuffer out, int cookie, BinrpcRules rules) {
        this.packet = new AnswerPacket(out, cookie, rules);
        this.top = AnswerLevel.top(packet);
    }

    /// Begins another answer at the end of `out`, when the former one is done with.
    public void begin(ReplyBuffer out, int cookie, BinrpcRules rules) {
        packet.begin(out, cookie, rules);
        top.begin();
        actions = List.of();
    }

    /// Completes the packet.
    public void finish() {
        packet.finish();
    }

    /// What to do once the packet was sent or could not be, in order.
    public List<Runnable> afterSend() {
        return actions;
    }

    /// Whether the answer is a fault.
    @Override
    public boolean isFault() {
        return packet.isFault();
    }

    /// How many integers went as decimal text because 32 bits cannot hold them.
    public int widenedIntegers() {
        return packet.widenedIntegers();
    }

    @Override
    public void add(long value) {
        top.integer(null, value);
    }

    @Override
    public void add(double value) {
        top.real(null, value);
    }

    @Override
    public void add(boolean value) {
        top.integer(null, value ? 1 : 0);
    }

    @Override
    public void add(Octets text) {
        top.text(null, text);
    }

    @Override
    public void nil() {
        top.nil(null);
    }

    @Override
    public void blob(Octets bytes) {
        top.blob(null, bytes);
    }

    @Override
    public void struct(Consumer<? super Members> body) {
        top.struct(null, body);
    }

    @Override
    public void array(Consumer<? super Elements> body) {
        top.array(null, body);
    }

    /// Keeps the records: they stand in every packet alike.
    @Override
    public void prepared(Prepared answer) {
        if (!(answer.kept() instanceof KeptRecords kept && kept.rules().equals(packet.rules()) && top.kept(kept))) {
            int start = packet.out().size();
            int room = top.room();
            int widened = packet.widenedIntegers();
            answer.write(this);
            // what must be counted each time is to be written each time
            if (!packet.isClosed() && packet.widenedIntegers() == widened) {
                answer.keep(new KeptRecords(packet.rules(), packet.out(), start, room - top.room()));
            }
        }
    }

    /// A text of less than [BinrpcRules#maxText()] bytes.
    @Override
    public void line(Octets text) {
        int longest = packet.rules().maxText();
        if (text.length() < longest) {
            add(text);
        } else {
            fault(
                    500,
                    "a line of " + text.length() + " bytes does not fit, raise binrpc_buffer_size (now " + longest
                            + " bytes)");
        }
    }

    @Override
    public void fault(int code, String reason) {
        packet.fault(code, Objects.requireNonNullElse(reason, ""));
    }

    /// As Kamailio, lets an answer that was begun stand against a fault about an argument
    /// (`faults/echo-double-later`).
    @Override
    public void fault(Fault fault) {
        if (!fault.isAboutArgument() || packet.isEmpty()) {
            fault(fault.code(), fault.reason());
        }
    }

    @Override
    public void afterSend(Runnable action) {
        if (actions.isEmpty()) {
            actions = new ArrayList<>();
        }
        actions.add(action);
    }
}
