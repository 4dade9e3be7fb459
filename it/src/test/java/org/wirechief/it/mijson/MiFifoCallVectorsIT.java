package org.wirechief.it.mijson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.client.Client;
import org.wirechief.client.ConnectOptions;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.ScriptedMiFifo;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.wire.json.JsonKind;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;
import org.wirechief.wire.json.JsonValue;
import org.wirechief.wire.jsonrpc.JsonRpcAnswer;

/// Our client asks what the vectors ask, is answered what an OpenSIPS answered, byte for byte but
/// for the id, in one piece and in several, and tells it.
class MiFifoCallVectorsIT {
    private static final Pattern ID = Pattern.compile("(?s)(.*\"id\":\\s*).*?(\\s*})$");

    /// A call that a vector holds.
    private record Asked(GoldenVector vector, String method, List<Value> args) {
        /// Null when no client would ask so.
        static @Nullable Asked of(GoldenVector vector) throws Exception {
            JsonValue request = json(vector.bytes("request"));
            JsonValue method = request.member("method");
            boolean valid = isText(request.member("jsonrpc"), "2.0") && method != null && method.is(JsonKind.STRING);
            if (!valid || request.member("id") == null || !vector.hasBytes("reply") || vector.has("reply_len")) {
                return null;
            }
            JsonValue params = request.member("params");
            Value value = params == null ? new Value.Arr(List.of()) : params.value();
            return switch (value) {
                case Value.Arr(var elements) -> new Asked(vector, method.text().toString(), elements);
                case Value.Struct(var members)
                when members.isEmpty() -> new Asked(vector, method.text().toString(), List.of());
                case Value.Struct _ -> new Asked(vector, method.text().toString(), List.of(value));
                case null, default -> null;
            };
        }

        private static boolean isText(@Nullable JsonValue value, String text) {
            return value != null && value.is(JsonKind.STRING) && value.text().equals(Octets.of(text));
        }

        static JsonValue json(byte[] request) {
            JsonReader reader = new JsonReader(JsonRules.TOLERANT);
            int from = new String(request, ISO_8859_1).indexOf(':', 1) + 1;
            reader.read(request, from, request.length);
            return reader.root();
        }

        String reply() {
            return new String(vector.bytes("reply"), ISO_8859_1);
        }
    }

    @ParameterizedTest
    @CsvSource({"mi_fifo, 40", "builtins_fifo, 120", "builtins_fifo_pretty, 120"})
    void everyAnswerOfAnOpenSips(String file, int atLeast) throws Exception {
        SoftAssertions all = new SoftAssertions();
        Map<String, Asked> asked = new HashMap<>();
        int played = 0;
        try (ScriptedMiFifo server = ScriptedMiFifo.start(request -> answer(request, asked));
                Client client = Client.connect(
                        server.address(),
                        ConnectOptions.DEFAULTS.withDeadline(RawStream.LIMIT).withReplyDirectory(server.replies()))) {
            for (GoldenVector vector : MiJsonVectors.of(file)) {
                Asked call = vector.hasBytes("request") && whole(vector) ? Asked.of(vector) : null;
                if (call != null && !call.reply().isEmpty()) {
                    asked.put("next", call);
                    judge(all, call, client, server);
                    played++;
                }
            }
            assertThat(server.replyFifos()).isEmpty();
        }
        all.assertAll();
        assertThat(played).isGreaterThan(atLeast);
    }

    private static boolean whole(GoldenVector vector) {
        byte[] request = vector.bytes("request");
        JsonReader reader = new JsonReader(JsonRules.TOLERANT);
        int from = new String(request, ISO_8859_1).indexOf(':', 1) + 1;
        return from > 0 && reader.read(request, from, request.length) == JsonReader.Outcome.WHOLE;
    }

    private static void answer(ScriptedMiFifo.Request request, Map<String, Asked> asked) throws Exception {
        String reply = ID.matcher(asked.get("next").reply()).replaceFirst("$1" + request.id() + "$2");
        List<String> pieces = new ArrayList<>();
        int length =
                Math.max(1, reply.length() / (1 + request.server().requests().size() % 3));
        for (int at = 0; at < reply.length(); at += length) {
            pieces.add(reply.substring(at, Math.min(reply.length(), at + length)));
        }
        request.answer(pieces.toArray(String[]::new));
    }

    private static void judge(SoftAssertions all, Asked call, Client client, ScriptedMiFifo server) throws Exception {
        byte[] reply = call.vector().bytes("reply");
        String name = call.vector().name();
        switch (JsonRpcAnswer.readToEnd(reply, 0, reply.length)) {
            case JsonRpcAnswer.Result result ->
                all.assertThat(client.callForAll(call.method(), call.args().toArray()))
                        .as(name)
                        .containsExactly(result.value());
            case JsonRpcAnswer.Failed failed ->
                all.assertThatThrownBy(
                                () -> client.call(call.method(), call.args().toArray()))
                        .as(name)
                        .isInstanceOf(RemoteFault.class)
                        .hasMessageContaining(failed.code() + " " + failed.message());
        }
        JsonValue request = Asked.json(("::" + server.requests().getLast().json()).getBytes(ISO_8859_1));
        all.assertThat(request.member("method").text().toString()).as(name).isEqualTo(call.method());
        // of lists, what is not one is made one
        if (!call.method().endsWith("_statistics") && !call.method().equals("raise_event")) {
            JsonValue params = request.member("params");
            List<Value> sent = switch (params == null ? new Value.Arr(List.of()) : params.value()) {
                case Value.Arr(var elements) -> elements;
                case Value other -> List.of(other);
            };
            all.assertThat(sent).as(name).isEqualTo(call.args());
        }
    }
}
