package org.wirechief.wire.jsonrpc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonKind;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;
import org.wirechief.wire.json.JsonValue;
import org.wirechief.wire.json.JsonWriter;

/// What came back for a call: the client's side.
public sealed interface JsonRpcAnswer {
    /// The request's id as it came back, [Value.Nil] when the server could not know it.
    Value id();

    /// It went well.
    record Result(Value id, Value value) implements JsonRpcAnswer {}

    /// It failed.
    ///
    /// @param code 500 for an engine's error that has none
    /// @param data a detail, as text or as JSON; empty for none
    record Failed(Value id, long code, Octets message, Octets data) implements JsonRpcAnswer {}

    /// Reads an answer. Takes what servers send: any layout, any further members, and the plain
    /// text of their engines, `500 Internal error` or `failed to print response` (spec mi-json §1).
    ///
    /// @return null when more bytes may complete it
    /// @throws ProtocolError when it is no answer; says why
    static @Nullable JsonRpcAnswer read(byte[] bytes, int from, int to) throws ProtocolError {
        Failed engine = Engine.read(bytes, from, to);
        if (engine != null) {
            return engine;
        }
        JsonReader reader = new JsonReader(JsonRules.TOLERANT);
        return switch (reader.read(bytes, from, to)) {
            case INCOMPLETE -> null;
            case BROKEN -> throw new ProtocolError("no JSON: " + reader.problem());
            case WHOLE -> of(reader.root());
        };
    }

    /// Reads an answer that nothing follows. Takes two defects of OpenSIPS too, which the end alone
    /// tells (spec mi-json §7.4): the last brace missing (`reply_len_4096`), and half an answer
    /// with the words of the engine that gave it up behind it.
    ///
    /// @throws ProtocolError when it is no answer, or half of one; says why
    static JsonRpcAnswer readToEnd(byte[] bytes, int from, int to) throws ProtocolError {
        JsonRpcAnswer answer = Engine.broken(bytes, from, to);
        if (answer == null) {
            answer = read(bytes, from, to);
        }
        if (answer == null) {
            answer = closed(bytes, from, to);
        }
        if (answer == null) {
            throw new ProtocolError("it breaks off after " + (to - from) + " bytes, in the middle of the JSON");
        }
        return answer;
    }

    /// The id is what such an answer has last.
    private static @Nullable JsonRpcAnswer closed(byte[] bytes, int from, int to) {
        byte[] closed = Arrays.copyOfRange(bytes, from, to + 1);
        closed[to - from] = '}';
        try {
            JsonRpcAnswer answer = read(closed, 0, closed.length);
            return answer == null || answer.id() instanceof Value.Nil ? null : answer;
        } catch (ProtocolError e) {
            return null;
        }
    }

    private static JsonRpcAnswer of(JsonValue root) throws ProtocolError {
        JsonValue error = root.member("error");
        JsonValue id = root.member("id");
        Value back = id == null ? new Value.Nil() : whole(id);
        if (error != null && !error.is(JsonKind.NULL)) {
            return failed(back, error);
        }
        JsonValue result = root.member("result");
        if (result == null) {
            throw new ProtocolError("neither a result nor an error");
        }
        return new Result(back, whole(result));
    }

    private static Failed failed(Value id, JsonValue error) throws ProtocolError {
        JsonValue code = error.member("code");
        JsonValue message = error.member("message");
        if (code == null || !code.is(JsonKind.NUMBER)) {
            throw new ProtocolError("an error without a code");
        }
        Octets text = message == null ? Octets.of("") : text(message);
        JsonValue data = error.member("data");
        return new Failed(id, code.integer(), text, data == null ? Octets.of("") : text(data));
    }

    private static Octets text(JsonValue value) {
        if (value.is(JsonKind.STRING)) {
            return value.text();
        }
        ReplyBuffer json = new ReplyBuffer();
        new JsonWriter(json).value(value);
        return Octets.copyOf(json.bytes(), 0, json.size());
    }

    private static Value whole(JsonValue value) throws ProtocolError {
        Value whole = value.value();
        if (whole == null) {
            throw new ProtocolError("nested deeper than " + JsonValue.MAX_DEPTH + " levels");
        }
        return whole;
    }

    /// The plain text of engines.
    final class Engine {
        private static final int LONGEST = 100;
        private static final Pattern TEXT = Pattern.compile("(\\d{3}) (.+)|(failed to .+)");
        private static final byte[] UNPRINTABLE = "failed to print response".getBytes(StandardCharsets.US_ASCII);

        private Engine() {}

        /// What an engine says behind an answer that it cannot end; a whole one ends otherwise.
        static @Nullable Failed broken(byte[] bytes, int from, int to) {
            int at = to - UNPRINTABLE.length;
            boolean said = at >= from && Arrays.equals(bytes, at, to, UNPRINTABLE, 0, UNPRINTABLE.length);
            return said ? read(bytes, at, to) : null;
        }

        static @Nullable Failed read(byte[] bytes, int from, int to) {
            if (to - from > LONGEST) {
                return null;
            }
            Matcher text = TEXT.matcher(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            if (!text.matches()) {
                return null;
            }
            boolean coded = text.group(1) != null;
            long code = coded ? Integer.parseInt(text.group(1)) : 500;
            return new Failed(new Value.Nil(), code, Octets.of(coded ? text.group(2) : text.group(3)), Octets.of(""));
        }
    }
}
