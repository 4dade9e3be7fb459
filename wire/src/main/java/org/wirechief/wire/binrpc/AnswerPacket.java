package org.wirechief.wire.binrpc;

import org.wirechief.wire.ReplyBuffer;

/// The packet of one answer while it is written: whether it is still a success, and the bounds of
/// the whole.
final class AnswerPacket {
    /// The most bytes an answer may hold with all that is in its structs. The parameters bound each
    /// body and not their number.
    static final int LARGEST = 64 * 1024 * 1024;

    private final OpenPacket packet;
    private ReplyBuffer out;
    private BinrpcRules rules;
    private boolean fault;
    /// Whether nothing more is written: the answer is a fault, or finished.
    private boolean closed;
    private int widened;

    AnswerPacket(ReplyBuffer out, int cookie, BinrpcRules rules) {
        this.out = out;
        this.rules = rules;
        this.packet = OpenPacket.begin(out, PacketHeader.Kind.REPLY, cookie);
    }

    /// Begins another answer.
    void begin(ReplyBuffer target, int cookie, BinrpcRules bounds) {
        out = target;
        rules = bounds;
        packet.beginAnew(target, PacketHeader.Kind.REPLY, cookie);
        fault = false;
        closed = false;
        widened = 0;
    }

    ReplyBuffer out() {
        return out;
    }

    BinrpcRules rules() {
        return rules;
    }

    boolean isFault() {
        return fault;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isEmpty() {
        return packet.bodyLength() == 0;
    }

    int widenedIntegers() {
        return widened;
    }

    void widened() {
        widened++;
    }

    /// Whether the whole has room for more.
    boolean hasRoom(int bytes) {
        return bytes <= LARGEST - packet.bodyLength();
    }

    /// Takes everything back and answers that it failed. The first fault is the answer.
    void fault(int code, String reason) {
        if (!closed) {
            out.truncate(packet.start());
            BinrpcFault.write(out, packet.cookie(), code, reason);
            // not before: where it cannot be written, another one can
            fault = true;
            closed = true;
        }
    }

    void finish() {
        if (!fault) {
            packet.finish();
        }
        // what a command adds when it has returned would be in somebody else's answer
        closed = true;
    }
}
