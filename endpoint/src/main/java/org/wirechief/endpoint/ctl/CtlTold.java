package org.wirechief.endpoint.ctl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;
import org.wirechief.core.TapParameters;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.StatusLine;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcRequest;
import org.wirechief.wire.ctlfifo.CtlFifoRequest;

/// What a tracer is told of the exchanges of `ctl`, whichever language they are in: a reply is a
/// text with a status line, a fault its code and reason alone.
final class CtlTold {
    private static final int OK = 200;

    private CtlTold() {}

    /// An exchange in BINRPC.
    ///
    /// @param meant the command; null for none
    /// @param request read anew; null when it cannot be read
    /// @param start where the answer's packet begins in `out`, which ends with it
    static void binrpc(
            Asker asker,
            Octets called,
            @Nullable CommandSpec meant,
            @Nullable BinrpcRequest request,
            ReplyBuffer out,
            int start) {
        Trail trail = asker.trail();
        if (trail != null && trail.wants(called, meant)) {
            Tap.Exchange told = trail.exchange();
            told.request(called, request == null ? List.of() : TapParameters.of(request.args()));
            if (trail.isAnswered()) {
                int room = trail.tracing().tap().replyRoom();
                BinrpcReplyText reply = BinrpcReplyText.of(out.bytes(), start, out.size(), room);
                told.reply(
                        reply.status(),
                        reply.text().toByteArray(),
                        0,
                        reply.text().length());
            }
        }
    }

    /// An exchange in the line protocol.
    ///
    /// @param request read anew; null when it cannot be read
    /// @param start where the answer begins in `out`, which ends with it
    static void lines(
            Asker asker, @Nullable CommandSpec meant, @Nullable CtlFifoRequest request, ReplyBuffer out, int start) {
        Trail trail = asker.trail();
        Octets called = request == null ? Trail.UNKNOWN : request.command();
        if (trail == null || !trail.wants(called, meant)) {
            return;
        }
        Tap.Exchange told = trail.exchange();
        told.request(called, request == null ? List.of() : TapParameters.of(request.args()));
        if (trail.isAnswered()) {
            Tap.Status status = StatusLine.of(out.bytes(), start, out.size());
            told.reply(status, out.bytes(), start, status.code() == OK ? out.size() : start);
        }
    }
}
