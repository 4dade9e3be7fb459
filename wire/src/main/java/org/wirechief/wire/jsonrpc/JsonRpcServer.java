package org.wirechief.wire.jsonrpc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Origin;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonLayout;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;
import org.wirechief.wire.json.JsonValue;

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

    private final JsonRpcRules rules;
    private final JsonRpcEngine engine;
    private final JsonReader reader = new JsonReader(JsonRules.REFERENCE);
    private final ReplyBuffer compact = new ReplyBuffer();
    private JsonRpcText text = JsonRpcText.NONE;
    private int results;
    private int errors;
    private List<Runnable> actions = List.of();

    /// @param engine asked while texts are read and run, by the thread that does so
    public JsonRpcServer(JsonRpcRules rules, JsonRpcEngine engine) {
        this.rules = rules;
        this.engine = engine;
    }

    /// Reads the first value of a text. The array must keep its content until the text was run.
    public Reading read(byte[] bytes, int from, int to) {
        text = JsonRpcText.NONE;
        return switch (reader.read(bytes, from, to)) {
            case INCOMPLETE -> Reading.INCOMPLETE;
            case BROKEN -> Reading.BROKEN;
            case WHOLE -> take(reader.root());
        };
    }

    /// Takes a text that was read elsewhere, and must last until it was run.
    public Reading take(JsonValue root) {
        text = JsonRpcText.of(root, rules.maxBatch(), engine);
        return text.isReply() ? Reading.REPLY : Reading.REQUEST;
    }

    /// Whether the first value of a text is someone's answer, for carriers of other languages.
    public static boolean isReply(byte[] bytes, int from, int to) {
        JsonReader reader = new JsonReader(JsonRules.REFERENCE);
        return switch (reader.read(bytes, from, to)) {
            case INCOMPLETE, BROKEN -> false;
            case WHOLE -> isReply(reader.root());
        };
    }

    /// Whether a text is someone's answer.
    public static boolean isReply(JsonValue root) {
        return JsonRpcText.isReply(root);
    }

    /// Where the value that was read ends, in the array.
    public int end() {
        return reader.end();
    }

    /// What is wrong with a text that is broken or incomplete, and at which of its bytes.
    public String problem() {
        return reader.problem();
    }

    /// The first command of the text that was read that may wait, so that the text should not run
    /// on the carrier's thread; null for none. Another server may read it again on another.
    public @Nullable CommandSpec waits() {
        return text.waits();
    }

    /// How many requests the text that was read holds.
    public int requests() {
        return text.requests().size();
    }

    /// The requests that the text that was read holds, for a tracer; those alone that are wanted.
    ///
    /// @param most how many parameters of each
    /// @param room after how many bytes of them no further one is needed
    public List<JsonRpcOutline> outlines(int most, int room, JsonRpcOutline.Wanted wanted) {
        return text.requests().stream()
                .filter(request -> request.isWanted(wanted))
                .map(request -> request.outline(most, room))
                .toList();
    }

    /// How many results the last answer holds.
    public int results() {
        return results;
    }

    /// How many errors the last answer holds.
    public int errors() {
        return errors;
    }

    /// Runs the text that was read, if it is a request, and appends its answer.
    public Outcome run(Origin origin, ReplyBuffer out) {
        return answer(out, (request, reply) -> request.run(origin, engine, reply));
    }

    /// Answers the text that was read with a fault, and runs nothing; what is no JSON too.
    public Outcome refuse(Fault fault, ReplyBuffer out) {
        if (text.requests().isEmpty()) {
            text = JsonRpcText.UNREADABLE;
        }
        return answer(out, (_, reply) -> reply.fault(fault));
    }

    /// Answers a text that was not read with a fault, and without an id.
    public Outcome refuseUnread(Fault fault, ReplyBuffer out) {
        text = JsonRpcText.UNREADABLE;
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
        results = answers.results();
        errors = answers.errors();
        return outcome;
    }
}
