package org.wirechief.endpoint.mi;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Execution;
import org.wirechief.core.Fault;
import org.wirechief.core.MiLookup;
import org.wirechief.core.MiNames;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcServer;
import org.wirechief.wire.mitext.MiDatagram;
import org.wirechief.wire.mitext.MiTextError;
import org.wirechief.wire.mitext.MiTextOptions;
import org.wirechief.wire.mitext.MiTextReply;
import org.wirechief.wire.mitext.MiTextRequest;

/// Requests and answers in MI text (spec mi-text §2, §3).
public final class MiTextExchange implements MiExchange {
    private static final Outcome ANSWERED = new Outcome.Answered();

    private final MiEngine engine;
    private final Supplier<MiTextOptions> options;
    private final MiNames old;
    private final MiNames classic;
    private final ReplyBuffer out = new ReplyBuffer();
    private List<Runnable> afterSend = List.of();

    /// @param options asked for at every answer, since they may change
    public MiTextExchange(MiEngine engine, Supplier<MiTextOptions> options) {
        this.engine = engine;
        this.options = options;
        this.old = new MiNames(engine.dispatch().commands(), MiNaming.V1);
        this.classic = new MiNames(engine.dispatch().commands(), MiNaming.V3);
    }

    /// What servers answer in JSON counts too.
    @Override
    public boolean isReply(byte[] datagram, int from, int to) {
        return MiDatagram.isTextReply(datagram, from, to)
                || (MiDatagram.isJson(datagram, from, to) && JsonRpcServer.isReply(datagram, from, to));
    }

    @Override
    public Outcome answer(byte[] datagram, int from, int to, Asker asker, boolean mayWait) {
        MiTextRequest request = firstLine(datagram, from, to, asker.origin());
        CommandSpec spec = request == null ? null : find(request);
        if (request == null || spec == null) {
            engine.counters().requests.increment();
            error(MiTextError.NOT_AVAILABLE);
            MiTextTold.notAvailable(asker.trail(), datagram, from, to, request, out);
            return ANSWERED;
        }
        if (spec.execution() == Execution.BLOCKING && !mayWait) {
            return new Outcome.Waits(spec);
        }
        engine.counters().requests.increment();
        if (spec.mi().readsText()) {
            try {
                request.parseArguments();
            } catch (ProtocolError e) {
                error(MiTextError.PARSE_ERROR);
                MiTextTold.failed(asker.trail(), request, spec, out);
                return ANSWERED;
            }
        }
        MiTextReply reply = begin();
        engine.run(spec, request, reply);
        finish(reply);
        if (reply.isBare()) {
            MiTextTold.failed(asker.trail(), request, spec, out);
        } else {
            MiTextTold.answered(asker.trail(), request, spec, out);
        }
        return ANSWERED;
    }

    private @Nullable CommandSpec find(MiTextRequest request) {
        MiNaming naming = options.get().profile().naming();
        request.use(naming);
        MiLookup found = engine.dispatch().find(naming == MiNaming.V1 ? old : classic, request.command());
        return found instanceof MiLookup.Found(var spec) ? spec : null;
    }

    private static @Nullable MiTextRequest firstLine(byte[] datagram, int from, int to, Origin origin) {
        try {
            return MiTextRequest.of(datagram, from, to, origin);
        } catch (ProtocolError e) {
            return null;
        }
    }

    /// Not counted: the door counts whom it refuses.
    @Override
    public void forbid(Admission.Refused refusal) {
        MiTextReply reply = begin();
        reply.fault(Fault.refusal(refusal.reason()));
        reply.finish();
        afterSend = reply.afterSend();
    }

    @Override
    public void tooLong(int most) {
        engine.counters().requests.increment();
        fault(413, "Request too large");
    }

    @Override
    public void busy(CommandSpec spec) {
        engine.counters().requests.increment();
        engine.counters().busy.increment();
        fault(503, "Too many commands wait");
    }

    private void fault(int code, String reason) {
        MiTextReply reply = begin();
        reply.fault(code, reason);
        finish(reply);
    }

    private void error(MiTextError error) {
        out.clear();
        error.write(out, options.get().profile());
        afterSend = List.of();
        engine.counters().answered(true);
    }

    private MiTextReply begin() {
        out.clear();
        return new MiTextReply(out, options.get());
    }

    private void finish(MiTextReply reply) {
        reply.finish();
        afterSend = reply.afterSend();
        engine.counters().answered(reply.isFault());
        if (reply.isTooLarge()) {
            engine.counters().repliesTooLarge.increment();
        }
    }

    @Override
    public ReplyBuffer datagram() {
        return out;
    }

    @Override
    public List<Runnable> afterSend() {
        return afterSend;
    }
}
