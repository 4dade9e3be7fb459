package org.wirechief.endpoint.mi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Origin;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcRules;
import org.wirechief.wire.jsonrpc.JsonRpcServer;
import org.wirechief.wire.mitext.MiDatagram;

/// Requests and answers in JSON-RPC (spec mi-json §3 to §6, §8), one text a datagram: what follows
/// its first value is not looked at. Where JSON has no words, plain text has.
public final class MiJsonExchange implements MiExchange {
    private static final Outcome ANSWERED = new Outcome.Answered();
    private static final byte[] PARSE_ERROR = "400 Parse_error".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INTERNAL_ERROR = "500 Internal error".getBytes(StandardCharsets.US_ASCII);

    private final MiJsonEngine engine;
    private final Supplier<JsonRpcRules> rules;
    private final ReplyBuffer out = new ReplyBuffer();
    private JsonRpcRules ofServer;
    private JsonRpcServer server;
    private JsonRpcServer.Reading reading = JsonRpcServer.Reading.BROKEN;
    private boolean seen;
    private List<Runnable> afterSend = List.of();

    /// @param rules asked for at every request, since they may change
    public MiJsonExchange(MiJsonEngine engine, Supplier<JsonRpcRules> rules) {
        this.engine = engine;
        this.rules = rules;
        this.ofServer = rules.get();
        this.server = new JsonRpcServer(ofServer, engine);
    }

    private void read(byte[] bytes, int from, int to) {
        JsonRpcRules now = rules.get();
        if (!now.equals(ofServer)) {
            ofServer = now;
            server = new JsonRpcServer(now, engine);
        }
        reading = server.read(bytes, from, to);
    }

    /// The plain text that servers answer counts too.
    @Override
    public boolean isReply(byte[] bytes, int from, int to) {
        read(bytes, from, to);
        seen = true;
        return reading == JsonRpcServer.Reading.REPLY || MiDatagram.isTextReply(bytes, from, to);
    }

    @Override
    public Outcome answer(byte[] bytes, int from, int to, Origin origin, boolean mayWait) {
        if (!seen) {
            read(bytes, from, to);
        }
        seen = false;
        CommandSpec waits = server.waits();
        if (waits != null && !mayWait) {
            return new Outcome.Waits(waits);
        }
        begin();
        switch (reading) {
            case REQUEST -> {
                engine.counters().requests.add(server.requests());
                finish(server.run(origin, out));
            }
            case INCOMPLETE, BROKEN -> {
                engine.counters().requests.increment();
                words(PARSE_ERROR);
            }
            case REPLY -> {}
        }
        return ANSWERED;
    }

    @Override
    public void forbid(Admission.Refused refusal) {
        seen = false;
        begin();
        finish(server.refuse(Fault.refusal(refusal.reason()), out));
    }

    /// The part that came is no JSON, as the original says (`dg4.req_len_65507`).
    @Override
    public void tooLong(int most) {
        engine.counters().requests.increment();
        seen = false;
        begin();
        words(PARSE_ERROR);
    }

    @Override
    public void busy(CommandSpec spec) {
        engine.counters().requests.add(server.requests());
        engine.counters().busy.increment();
        begin();
        finish(server.refuse(new Fault(503, "Too many commands wait"), out));
    }

    private void begin() {
        out.clear();
        afterSend = List.of();
    }

    private void finish(JsonRpcServer.Outcome outcome) {
        switch (outcome) {
            case ANSWERED -> {
                engine.counters().replies.add(server.results());
                engine.counters().errors.add(server.errors());
            }
            case SILENT -> {}
            case TOO_LARGE -> {
                engine.counters().repliesTooLarge.increment();
                words(INTERNAL_ERROR);
            }
            case BROKEN_DOWN -> words(INTERNAL_ERROR);
        }
        afterSend = server.afterSend();
    }

    private void words(byte[] text) {
        out.append(text, 0, text.length);
        engine.counters().answered(true);
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
