package org.wirechief.endpoint.ctl;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Tap;
import org.wirechief.endpoint.trace.StatusLine;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;

/// What a tracer is told of the exchanges of `ctl`, whichever language they are in: a reply is a
/// text with a status line, a fault its code and reason alone.
final class CtlTold {
    private static final int OK = 200;

    private CtlTold() {}

    /// The parameters of a request, read anew where they are wanted.
    @FunctionalInterface
    interface Parameters {
        /// Of what cannot be read.
        Parameters NONE = List::of;

        List<@Nullable Octets> read() throws ProtocolError;
    }

    /// An exchange in BINRPC.
    ///
    /// @param meant the command; null for none
    /// @param start where the answer's packet begins in `out`, which ends with it
    static void binrpc(
            Trail trail,
            Octets called,
            @Nullable CommandSpec meant,
            Parameters parameters,
            ReplyBuffer out,
            int start) {
        tell(trail, called, meant, parameters, told -> {
            int room = trail.tracing().tap().replyRoom();
            BinrpcReplyText reply = BinrpcReplyText.of(out.bytes(), start, out.size(), room);
            byte[] text = reply.text().toByteArray();
            told.reply(reply.status(), text, 0, text.length);
        });
    }

    /// An exchange in the line protocol.
    ///
    /// @param meant the command; null for none
    /// @param start where the answer begins in `out`, which ends with it
    static void lines(
            Trail trail,
            Octets called,
            @Nullable CommandSpec meant,
            Parameters parameters,
            ReplyBuffer out,
            int start) {
        tell(trail, called, meant, parameters, told -> {
            Tap.Status status = StatusLine.of(out.bytes(), start, out.size());
            told.reply(status, out.bytes(), start, status.code() == OK ? out.size() : start);
        });
    }

    /// @param answer tells of the answer, where there is one
    private static void tell(
            Trail trail,
            Octets called,
            @Nullable CommandSpec meant,
            Parameters parameters,
            Consumer<Tap.Exchange> answer) {
        trail.tell(() -> {
            if (trail.wants(called, meant)) {
                Tap.Exchange told = trail.exchange();
                told.request(called, parameters.read());
                if (trail.isAnswered()) {
                    answer.accept(told);
                }
            }
        });
    }
}
