package org.wirechief.endpoint.mi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcOutline;
import org.wirechief.wire.jsonrpc.JsonRpcServer;

/// What a tracer is told of one exchange in JSON-RPC (spec mi-json §14): of a batch, each request
/// that is traced, and the whole answer once. One thread at a time.
final class MiJsonTold {
    private final Trail trail;
    private Tap.@Nullable Exchange exchange;

    private MiJsonTold(Trail trail) {
        this.trail = trail;
    }

    /// Tells of the requests that the server has read.
    static MiJsonTold of(Trail trail, JsonRpcServer server) {
        MiJsonTold told = new MiJsonTold(trail);
        trail.tell(() -> server.outlines(Tap.MOST_PARAMETERS, Tap.PARAMETERS_ROOM, trail::wants)
                .forEach(told::request));
        return told;
    }

    private void request(JsonRpcOutline request) {
        request(request.method().isEmpty() ? Trail.UNKNOWN : request.method(), request.parameters());
    }

    private void request(Octets method, List<@Nullable Octets> parameters) {
        Tap.Exchange begun = exchange;
        if (begun == null) {
            begun = trail.exchange();
            exchange = begun;
        }
        begun.request(method, parameters);
    }

    /// Tells of a request that is no JSON, and its answer.
    static void unreadable(@Nullable Trail trail, ReplyBuffer out) {
        if (trail != null) {
            MiJsonTold told = new MiJsonTold(trail);
            trail.tell(() -> {
                if (trail.wants(Trail.UNKNOWN, null)) {
                    told.request(Trail.UNKNOWN, List.of());
                }
            });
            told.reply(out);
        }
    }

    /// Tells of the answer, if there is one, and a request was told of.
    void reply(ReplyBuffer out) {
        Tap.Exchange begun = exchange;
        if (begun != null && out.size() > 0 && trail.isAnswered()) {
            trail.tell(() -> begun.reply(null, out.bytes(), 0, out.size()));
        }
    }
}
