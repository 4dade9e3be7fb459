package org.wirechief.wire.jsonrpc;

import java.util.List;
import java.util.function.Function;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.Reply;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonLayout;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;

/// Answers JSON-RPC texts: read one, then run it. A text is a request, or an array of them whose
/// answers come as an array.
///
/// One text at a time, one thread at a time; a carrier has one for each of its readers.
public final class JsonRpcServer {
    /// What a text is.
    public enum Reading {
        /// Something to [#run], be it an invalid request.
        REQUEST,
        /// Someone's answer, which must not be answered.
        REPLY,
        /// The beginning of something; more bytes may complete it.
        INCOMPLETE,
        /// No JSON.
        BROKEN
    }

    /// What came of running a text. Where it says that nothing was written, the carrier answers in
    /// its own words, or not at all.
    public enum Outcome {
        /// The answer was appended.
        ANSWERED,
        /// Nobody waits for an answer; nothing was written.
        SILENT,
        /// The answer is longer than the rules allow; nothing was written.
        TOO_LARGE,
        /// The command broke down; nothing was written.
        BROKEN_DOWN
    }

    /// Runs a command; throws nothing. Usually [org.wirechief.core.Dispatch#run].
    @FunctionalInterface
    public interface Runner {
        void run(CommandSpec spec, Call call, Reply reply);
    }

    private final JsonRpcRules rules;
    private final Function<? super Octets, ? extends JsonRpcMethod> methods;
    private final Runner runner;
    private final JsonReader reader = new JsonReader(JsonRules.REFERENCE);
    private final ReplyBuffer compact = new ReplyBuffer();
    private JsonRpcText text = JsonRpcText.NONE;
    private List<Runnable> actions = List.of();

    /// @param methods finds the command that a method's name means
    public JsonRpcServer(JsonRpcRules rules, Function<? super Octets, ? extends JsonRpcMethod> methods, Runner runner) {
        this.rules = rules;
        this.methods = methods;
        this.runner = runner;
    }

    /// Reads the first value of a text. The array must keep its content until the text was run.
    public Reading read(byte[] bytes, int from, int to) {
        text = JsonRpcText.NONE;
        return switch (reader.read(bytes, from, to)) {
            case INCOMPLETE -> Reading.INCOMPLETE;
            case BROKEN -> Reading.BROKEN;
            case WHOLE -> {
                text = JsonRpcText.of(reader.root(), rules.maxBatch(), methods);
                yield text.isReply() ? Reading.REPLY : Reading.REQUEST;
            }
        };
    }

    /// Where the value that was read ends, in the array.
    public int end() {
        return reader.end();
    }

    /// What is wrong with a text that is broken or incomplete, and at which of its bytes.
    public String problem() {
        return reader.problem();
    }

    /// Whether the text that was read calls a command that may wait, so that it should not run on
    /// the carrier's thread. It may be read again on another, by another server.
    public boolean mayWait() {
        return text.mayWait();
    }

    /// Runs the text that was read, if it is a request, and appends its answer.
    public Outcome run(Origin origin, ReplyBuffer out) {
        return answer(out, (request, reply) -> request.run(origin, runner, reply));
    }

    /// Answers the text that was read with a fault, and runs nothing.
    public Outcome refuse(Fault fault, ReplyBuffer out) {
        return answer(out, (_, reply) -> reply.fault(fault));
    }

    /// Answers a text that is no JSON, for carriers that say so in JSON (-32700).
    public Outcome refuseText(ReplyBuffer out) {
        text = JsonRpcText.UNREADABLE;
        return answer(out, (_, reply) -> reply.fault(JsonRpcError.PARSE_ERROR));
    }

    /// What commands left to do once the answer was sent or could not be, in order.
    public List<Runnable> afterSend() {
        return List.copyOf(actions);
    }

    private Outcome answer(ReplyBuffer out, JsonRpcAnswers.Body body) {
        if (!rules.pretty()) {
            return write(out, body);
        }
        compact.clear();
        Outcome outcome = write(compact, body);
        if (outcome == Outcome.ANSWERED) {
            int start = out.size();
            JsonLayout.pretty(compact.bytes(), 0, compact.size(), out);
            if (out.size() - start > rules.maxAnswer()) {
                out.truncate(start);
                return Outcome.TOO_LARGE;
            }
        }
        return outcome;
    }

    private Outcome write(ReplyBuffer out, JsonRpcAnswers.Body body) {
        JsonRpcAnswers answers = new JsonRpcAnswers(out, rules.maxAnswer());
        Outcome outcome = answers.write(text, body);
        actions = answers.afterSend();
        return outcome;
    }
}
