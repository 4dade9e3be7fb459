package org.wirechief.endpoint.mi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcOutline;

/// What a tracer is told of one exchange in JSON-RPC (spec mi-json §14): of a batch, each request
/// that is traced, and the whole answer once. One thread at a time.
final class MiJsonTold {
    private final Trail trail;
    private final Tap.Exchange exchange;

    private MiJsonTold(Trail trail) {
        this.trail = trail;
        this.exchange = trail.exchange();
    }

    /// Tells of the requests; null when none is traced.
    static @Nullable MiJsonTold of(Trail trail, List<JsonRpcOutline> requests) {
        MiJsonTold told = null;
        for (JsonRpcOutline request : requests) {
            if (trail.wants(request.method(), request.command())) {
                told = told == null ? new MiJsonTold(trail) : told;
                Octets method = request.method().isEmpty() ? Trail.UNKNOWN : request.method();
                told.exchange.request(method, request.parameters());
            }
        }
        return told;
    }

    /// Tells of a request that is no JSON, and its answer.
    static void unreadable(@Nullable Trail trail, ReplyBuffer out) {
        if (trail != null && trail.wants(Trail.UNKNOWN, null)) {
            MiJsonTold told = new MiJsonTold(trail);
            told.exchange.request(Trail.UNKNOWN, List.of());
            told.reply(out);
        }
    }

    /// Tells of the answer, if there is one.
    void reply(ReplyBuffer out) {
        if (out.size() > 0 && trail.isAnswered()) {
            exchange.reply(null, out.bytes(), 0, out.size());
        }
    }
}
