package org.wirechief.endpoint.mi;

import java.util.List;
import java.util.function.Supplier;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonValue;
import org.wirechief.wire.jsonrpc.JsonRpcRules;
import org.wirechief.wire.jsonrpc.JsonRpcServer;
import org.wirechief.wire.mitext.MiDatagram;

/// Requests and answers in JSON-RPC (spec mi-json §3 to §8), one text a request: what follows its
/// first value is not looked at. Where JSON has no words, plain text has.
public final class MiJsonExchange implements MiExchange {
    private static final Outcome ANSWERED = new Outcome.Answered();

    private final MiJsonEngine engine;
    private final Supplier<JsonRpcRules> rules;
    private final MiJsonWords words;
    private final ReplyBuffer out = new ReplyBuffer();
    private JsonRpcRules ofServer;
    private JsonRpcServer server;
    private JsonRpcServer.Reading reading = JsonRpcServer.Reading.BROKEN;
    private boolean seen;
    private List<Runnable> afterSend = List.of();

    /// @param rules asked for at every request, since they may change
    /// @param words what the carrier says in plain text
    public MiJsonExchange(MiJsonEngine engine, Supplier<JsonRpcRules> rules, MiJsonWords words) {
        this.engine = engine;
        this.rules = rules;
        this.words = words;
        this.ofServer = rules.get();
        this.server = new JsonRpcServer(ofServer, engine);
    }

    private JsonRpcServer serverOfNow() {
        JsonRpcRules now = rules.get();
        if (!now.equals(ofServer)) {
            ofServer = now;
            server = new JsonRpcServer(now, engine);
        }
        return server;
    }

    private void read(byte[] bytes, int from, int to) {
        reading = serverOfNow().read(bytes, from, to);
    }

    /// The plain text that servers answer counts too.
    @Override
    public boolean isReply(byte[] bytes, int from, int to) {
        read(bytes, from, to);
        seen = true;
        return reading == JsonRpcServer.Reading.REPLY || MiDatagram.isTextReply(bytes, from, to);
    }

    @Override
    public Outcome answer(byte[] bytes, int from, int to, Asker asker, boolean mayWait) {
        if (!seen) {
            read(bytes, from, to);
        }
        return answer(asker, mayWait);
    }

    /// Answers a text that was read already, and lasts, as [#answer(byte[], int, int, Asker,
    /// boolean)] does.
    public Outcome answer(JsonValue text, Asker asker, boolean mayWait) {
        reading = serverOfNow().take(text);
        return answer(asker, mayWait);
    }

    private Outcome answer(Asker asker, boolean mayWait) {
        seen = false;
        CommandSpec waits = server.waits();
        if (waits != null && !mayWait) {
            return new Outcome.Waits(waits);
        }
        begin();
        switch (reading) {
            case REQUEST -> {
                engine.counters().requests.add(server.requests());
                Trail trail = asker.trail();
                MiJsonTold told = trail == null ? null : MiJsonTold.of(trail, server);
                finish(server.run(asker.origin(), out));
                if (told != null) {
                    told.reply(out);
                }
            }
            case INCOMPLETE, BROKEN -> {
                parseError();
                MiJsonTold.unreadable(asker.trail(), out);
            }
            case REPLY -> {}
        }
        return ANSWERED;
    }

    /// Not counted: the door counts whom it refuses.
    @Override
    public void forbid(Admission.Refused refusal) {
        seen = false;
        begin();
        switch (server.refuse(Fault.refusal(refusal.reason()), out)) {
            case ANSWERED, SILENT -> {}
            case TOO_LARGE -> write(words.tooLarge());
            case BROKEN_DOWN -> write(words.internal());
        }
    }

    /// Where plain text says what is no JSON, so is the part that came, as in the original
    /// (`dg4.req_len_65507`).
    @Override
    public void tooLong(int most) {
        if (words.parseError().length > 0) {
            unreadable();
            return;
        }
        seen = false;
        begin();
        engine.counters().requests.increment();
        finish(server.refuseUnread(new Fault(413, "Request too large").withData("more than " + most + " bytes"), out));
    }

    /// Answers that the request is no JSON.
    public void unreadable() {
        seen = false;
        begin();
        parseError();
    }

    private void parseError() {
        engine.counters().requests.increment();
        byte[] text = words.parseError();
        if (text.length > 0) {
            say(text);
        } else {
            finish(server.refuseText(out));
        }
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
                say(words.tooLarge());
            }
            case BROKEN_DOWN -> say(words.internal());
        }
        afterSend = server.afterSend();
    }

    private void say(byte[] text) {
        write(text);
        engine.counters().answered(true);
    }

    private void write(byte[] text) {
        out.append(text, 0, text.length);
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
