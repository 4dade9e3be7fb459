package org.wirechief.client;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.binrpc.PacketHeader;

/// Gives the answers that come over a stream to the calls they are for. Belongs to the thread that
/// reads; [#progress] too.
///
/// An answer to a call that nobody waits for any more, and one that is too long, is passed over:
/// the next one follows it.
final class StreamAnswers implements AnswerCutter.Reader {
    private final OrderedCalls calls;
    private final int longest;
    private final Runnable placeIsFree;
    private final AnswerCutter cutter = new AnswerCutter(this);
    private @Nullable BinrpcExchange current;

    /// @param longest bytes of an answer that is still taken
    /// @param placeIsFree runs for each call that will get no other answer
    StreamAnswers(OrderedCalls calls, int longest, Runnable placeIsFree) {
        this.calls = calls;
        this.longest = longest;
        this.placeIsFree = placeIsFree;
    }

    /// @throws ProtocolError when the stream cannot be read any further, saying why for all calls;
    ///     the one whose turn it was has been told already
    void take(byte[] bytes, int length) throws ProtocolError {
        cutter.take(bytes, 0, length);
        BinrpcExchange begun = begun();
        if (begun != null) {
            begun.call().came(cutter.filled(), cutter.announced(), false);
        }
    }

    @Override
    public ProtocolError garbage(byte[] beginning) {
        BinrpcExchange oldest = calls.oldest();
        if (oldest != null) {
            String begins = HexFormat.ofDelimiter(" ").formatHex(beginning);
            oldest.call().broken(BrokenReply.Kind.GARBAGE, "what came is no BINRPC, it begins with " + begins);
        }
        return new ProtocolError("what the node sent is no BINRPC");
    }

    @Override
    public boolean begins(PacketHeader header) throws ProtocolError {
        if (header.kind() == PacketHeader.Kind.REQUEST) {
            throw request();
        }
        BinrpcExchange exchange = calls.take(header.cookie(), passed -> unanswered(passed, header));
        if (exchange == null) {
            throw stranger(header);
        }
        current = exchange;
        if (header.packetLength() > longest) {
            String what = "the answer announces " + header.packetLength() + " bytes, more than " + longest;
            exchange.call().broken(BrokenReply.Kind.TOO_LONG, what);
        }
        return !exchange.call().isOver();
    }

    private ProtocolError request() {
        BinrpcExchange oldest = calls.oldest();
        if (oldest != null) {
            oldest.call().broken(BrokenReply.Kind.NOT_A_REPLY, "a request came and not a reply");
        }
        return new ProtocolError("the node sent a request and not a reply");
    }

    private ProtocolError stranger(PacketHeader header) {
        BinrpcExchange oldest = calls.oldest();
        if (oldest != null) {
            oldest.wrongCookie("the cookie does not match", header.cookie());
        }
        return new ProtocolError("the node sent an answer to no call");
    }

    private void unanswered(BinrpcExchange passed, PacketHeader header) {
        passed.wrongCookie("no answer, the node has answered a later call", header.cookie());
        placeIsFree.run();
    }

    @Override
    public void ends(@Nullable Pieces packet) {
        BinrpcExchange exchange = current;
        current = null;
        if (exchange != null) {
            placeIsFree.run();
            if (packet != null) {
                exchange.answered(packet);
            }
        }
    }

    /// The call whose answer has begun, if one has. Part of a header does not say whose it is:
    /// answers come in the order of the calls.
    @Nullable
    BinrpcExchange begun() {
        return cutter.filled() > 0 && cutter.announced() == 0 ? calls.first() : current;
    }

    /// Where in an answer the stream ended, for a message: empty between two.
    String progress() {
        if (cutter.filled() == 0) {
            return "";
        }
        String of = cutter.announced() == 0 ? "" : " of " + cutter.announced();
        return " after " + cutter.filled() + " bytes of the answer" + of;
    }
}
