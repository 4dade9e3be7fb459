package org.wirechief.wire.jsonrpc;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcServer.Outcome;

/// Writes the answer to one text: an object, or an array of them.
final class JsonRpcAnswers {
    /// Answers one request.
    @FunctionalInterface
    interface Body {
        void write(JsonRpcRequest request, JsonRpcReply reply);
    }

    private final ReplyBuffer out;
    private final int bound;
    private final int start;
    private List<Runnable> actions = List.of();
    private int results;
    private int errors;

    /// @param maxAnswer the most bytes that may be appended to `out`
    JsonRpcAnswers(ReplyBuffer out, int maxAnswer) {
        this.out = out;
        this.start = out.size();
        this.bound = (int) Math.min((long) start + maxAnswer, Integer.MAX_VALUE);
    }

    List<Runnable> afterSend() {
        return actions;
    }

    int results() {
        return results;
    }

    int errors() {
        return errors;
    }

    Outcome write(JsonRpcText text, Body body) {
        return text.batch()
                ? batch(text.requests(), body)
                : single(text.requests().getFirst(), body);
    }

    private Outcome single(JsonRpcRequest request, Body body) {
        int before = out.size();
        JsonRpcReply reply = new JsonRpcReply(out, bound);
        body.write(request, reply);
        keep(reply.afterSend());
        if (request.isNotification()) {
            reply.close();
            out.truncate(before);
            return Outcome.SILENT;
        }
        Outcome outcome = reply.finish(request.id());
        if (outcome == Outcome.ANSWERED) {
            results += reply.isFault() ? 0 : 1;
            errors += reply.isFault() ? 1 : 0;
        }
        return outcome;
    }

    private void keep(List<Runnable> more) {
        if (more.isEmpty()) {
            return;
        }
        if (actions.isEmpty()) {
            actions = new ArrayList<>();
        }
        actions.addAll(more);
    }

    /// An answer that does not fit leaves none, yet every request is run: a batch that stops half
    /// way would leave its caller to guess where.
    private Outcome batch(List<JsonRpcRequest> requests, Body body) {
        boolean fits = true;
        out.append('[');
        for (JsonRpcRequest request : requests) {
            fits &= element(request, body);
        }
        if (out.size() == start + 1) {
            out.truncate(start);
            return fits ? Outcome.SILENT : Outcome.TOO_LARGE;
        }
        out.append(']');
        if (!fits || out.size() > bound) {
            out.truncate(start);
            return Outcome.TOO_LARGE;
        }
        return Outcome.ANSWERED;
    }

    private boolean element(JsonRpcRequest request, Body body) {
        int before = out.size();
        if (before > start + 1) {
            out.append(',');
        }
        Outcome outcome = single(request, body);
        if (outcome == Outcome.BROKEN_DOWN) {
            outcome = single(request, (_, reply) -> reply.fault(JsonRpcError.INTERNAL));
        }
        if (outcome != Outcome.ANSWERED) {
            out.truncate(before);
        }
        return outcome != Outcome.TOO_LARGE;
    }
}
