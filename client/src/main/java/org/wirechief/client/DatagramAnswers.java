package org.wirechief.client;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.binrpc.PacketHeader;

/// Gives the answers that come in datagrams to the calls they are for. Belongs to the thread that
/// receives.
///
/// An answer may come in several, of which only the first has a header (spec ctl §7.6), so what has
/// none belongs to the answer that began last: a node sends one after the other. Where datagrams
/// keep their order the next answer means that the rest of this one was lost. Over UDP they may
/// also have changed places, and of two unfinished answers nobody can tell what belongs to which:
/// both are refused, rather than one given with the other's content. What no rule can find out is
/// that UDP swapped two datagrams of one answer, or lost the end of one and the beginning of the
/// next: over UDP, ask for one long answer at a time.
final class DatagramAnswers {
    private final CookieCalls calls;
    private final int longest;
    private final boolean inOrder;
    private @Nullable UnfinishedAnswer unfinished;
    private final AtomicInteger strays = new AtomicInteger();

    /// @param longest bytes of an answer that is still taken
    /// @param inOrder whether the carrier keeps the order
    DatagramAnswers(CookieCalls calls, int longest, boolean inOrder) {
        this.calls = calls;
        this.longest = longest;
        this.inOrder = inOrder;
    }

    /// Datagrams passed over because they belong to no answer.
    int strays() {
        return strays.get();
    }

    /// Takes the next datagram. One that is no answer to any call, nor part of one, is passed over.
    void take(byte[] bytes, int length) {
        if (unfinished != null && unfinished.isForgotten()) {
            unfinished = null;
        }
        PacketHeader header = header(bytes, length);
        BinrpcExchange exchange = header == null ? null : calls.find(header.cookie());
        if (header != null && (exchange != null || calls.isLate(header.cookie()))) {
            begin(new UnfinishedAnswer(header, refused(header, exchange) ? null : exchange), bytes, length);
        } else if (unfinished != null && length <= unfinished.missing()) {
            unfinished.take(bytes, length);
            unfinished = unfinished.missing() == 0 ? null : unfinished;
        } else {
            strays.incrementAndGet();
            giveUp("one that is no part of it");
        }
    }

    private static @Nullable PacketHeader header(byte[] bytes, int length) {
        try {
            PacketHeader header = PacketHeader.read(bytes, 0, length);
            return header == null || header.kind() == PacketHeader.Kind.REQUEST ? null : header;
        } catch (ProtocolError e) {
            return null;
        }
    }

    private boolean refused(PacketHeader header, @Nullable BinrpcExchange exchange) {
        if (exchange == null || header.packetLength() <= longest) {
            return false;
        }
        String what = "the answer announces " + header.packetLength() + " bytes, more than " + longest;
        exchange.call().broken(BrokenReply.Kind.TOO_LONG, what);
        return true;
    }

    private void begin(UnfinishedAnswer answer, byte[] bytes, int length) {
        answer.take(bytes, Math.min(length, answer.missing()));
        boolean isWhole = answer.missing() == 0;
        if (inOrder) {
            giveUp("the next answer");
        }
        if (unfinished != null && !isWhole) {
            giveUp("another long answer; ask for one at a time, or over tcp");
            answer.giveUp("part of another long answer; ask for one at a time, or over tcp");
        } else if (!isWhole) {
            unfinished = answer;
        }
    }

    private void giveUp(String whatCame) {
        if (unfinished != null) {
            unfinished.giveUp(whatCame);
            unfinished = null;
        }
    }
}
