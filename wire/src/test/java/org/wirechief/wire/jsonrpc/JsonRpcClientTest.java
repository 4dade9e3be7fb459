package org.wirechief.wire.jsonrpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.RandomJson;

class JsonRpcClientTest {
    private final ReplyBuffer out = new ReplyBuffer();

    private static JsonRpcAnswer read(String text) throws ProtocolError {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return JsonRpcAnswer.read(bytes, 0, bytes.length);
    }

    private String call(JsonRpcParams params) {
        out.clear();
        JsonRpcCall.write(out, 7, Octets.of("m"), params);
        return new String(out.bytes(), 0, out.size(), ISO_8859_1);
    }

    @Test
    void writesCalls() {
        assertThat(call(JsonRpcParams.NONE)).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"m\"}");
        assertThat(call(new JsonRpcParams.Named(List.of()))).doesNotContain("params");
        assertThat(call(new JsonRpcParams.Positional(List.of(Value.of("a"), new Value.Arr(List.of(Value.of(1)))))))
                .endsWith(",\"params\":[\"a\",[1]]}");
        assertThat(call(new JsonRpcParams.Named(List.of(new Value.Member("a", Value.of(true))))))
                .endsWith(",\"params\":{\"a\":true}}");
    }

    @Test
    void namesArgumentsThatHaveNames() {
        Value.Struct some = new Value.Struct(List.of(new Value.Member("a", Value.of(1))));
        Value.Struct more = new Value.Struct(List.of(new Value.Member("b", Value.of(2))));

        assertThat(call(params("m", some, more))).endsWith(",\"params\":{\"a\":1,\"b\":2}}");
        assertThat(call(params("m", Value.of(0), more))).endsWith(",\"params\":[0,{\"b\":2}]}");
        assertThat(call(params("m"))).doesNotContain("params");
    }

    @Test
    void gathersTheArgumentsOfAList() {
        Value core = Value.of("core:");
        Value net = Value.of("net:");

        assertThat(call(params("get_statistics", core, net))).endsWith(",\"params\":[[\"core:\",\"net:\"]]}");
        assertThat(call(params("statistics:get", new Value.Arr(List.of(core))))).endsWith(",\"params\":[[\"core:\"]]}");
        assertThat(call(params("list_statistics"))).doesNotContain("params");
        assertThat(call(params("raise_event", Value.of("E"), core, net)))
                .endsWith(",\"params\":[\"E\",[\"core:\",\"net:\"]]}");
        assertThat(call(params("raise_event", Value.of("E"), Value.of("{\"a\": 1}"))))
                .endsWith(",\"params\":[\"E\",\"{\\\"a\\\": 1}\"]}");
        assertThat(call(params("raise_event", Value.of("E"), Value.of("{"), net)))
                .endsWith(",\"params\":[\"E\",[\"{\",\"net:\"]]}");
        assertThat(call(params("raise_event", named("params", "{\"a\": 1}"))))
                .endsWith(",\"params\":{\"params\":\"{\\\"a\\\": 1}\"}}");
        assertThat(call(params("raise_event", Value.of("E")))).endsWith(",\"params\":[\"E\"]}");
        assertThat(call(params("dlg_push_var", core, net, Value.of("d1"), Value.of("d2"))))
                .endsWith(",\"params\":[\"core:\",\"net:\",[\"d1\",\"d2\"]]}");
        assertThat(call(params("fs_subscribe", core, Value.of("E1"), Value.of("E2"))))
                .endsWith(",\"params\":[\"core:\",[\"E1\",\"E2\"]]}");
        assertThat(call(params("trace_start", core, net, Value.of("f=1"))))
                .endsWith(",\"params\":[\"core:\",\"net:\",[\"f=1\"]]}");
        assertThat(call(params("pwd", core, net))).endsWith(",\"params\":[\"core:\",\"net:\"]}");
    }

    @Test
    void gathersTheWordsOfANamedList() {
        assertThat(call(params("get_statistics", named("statistics", "rcv_requests  rcv_replies"))))
                .endsWith(",\"params\":{\"statistics\":[\"rcv_requests\",\"rcv_replies\"]}}");
        assertThat(call(params("trace_start", named("id", "a b"), named("filter", "ip=1"))))
                .endsWith(",\"params\":{\"id\":\"a b\",\"filter\":[\"ip=1\"]}}");
        assertThat(call(params("pwd", named("statistics", "a b")))).endsWith(",\"params\":{\"statistics\":\"a b\"}}");
    }

    private static Value named(String name, String value) {
        return new Value.Struct(List.of(new Value.Member(name, Value.of(value))));
    }

    private static JsonRpcParams params(String method, Value... args) {
        return JsonRpcParams.of(Octets.of(method), List.of(args));
    }

    @Test
    void readsAnswers() throws ProtocolError {
        assertThat(read(" {\"id\":\"7\",\"result\":{\"a\":[1]},\"x\":0,\"jsonrpc\":\"2.0\"}\n"))
                .isEqualTo(new JsonRpcAnswer.Result(
                        Value.of("7"),
                        new Value.Struct(List.of(new Value.Member("a", new Value.Arr(List.of(Value.of(1))))))));
        assertThat(read("{\"result\":null,\"error\":null}"))
                .isEqualTo(new JsonRpcAnswer.Result(new Value.Nil(), new Value.Nil()));
        assertThat(read("{\"error\":{\"code\":-32602,\"message\":\"Invalid params\",\"data\":\"Bad PID\"},\"id\":1}"))
                .isEqualTo(new JsonRpcAnswer.Failed(
                        Value.of(1), -32602, Octets.of("Invalid params"), Octets.of("Bad PID")));
        assertThat(read("{\"error\":{\"code\":1,\"data\":{\"a\":[]}}}"))
                .isEqualTo(new JsonRpcAnswer.Failed(new Value.Nil(), 1, Octets.of(""), Octets.of("{\"a\":[]}")));
    }

    @Test
    void readsTheWordsOfEngines() throws ProtocolError {
        assertThat(read("400 Parse_error"))
                .isEqualTo(new JsonRpcAnswer.Failed(new Value.Nil(), 400, Octets.of("Parse_error"), Octets.of("")));
        assertThat(read("failed to print response"))
                .isEqualTo(new JsonRpcAnswer.Failed(
                        new Value.Nil(), 500, Octets.of("failed to print response"), Octets.of("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "[]",
                "7",
                "{}",
                "{\"id\":1}",
                "{\"error\":\"no\"}",
                "{\"error\":{\"message\":\"x\"}}",
                "{\"error\":{\"code\":\"1\"}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"id\":1}"
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ProtocolError.class);
    }

    @Test
    void waitsForTheRest() throws ProtocolError {
        String answer = "{\"jsonrpc\":\"2.0\",\"result\":[1,\"\\u00e9\"],\"id\":1}";
        for (int length = 0; length < answer.length(); length++) {
            assertThat(read(answer.substring(0, length))).as("%d bytes", length).isNull();
        }
        assertThat(read(answer)).isNotNull();
    }

    @Test
    void readsEveryCapturedReply() throws ProtocolError {
        int read = 0;
        for (String file : List.of("builtins_udp4", "builtins_udp4_pretty", "mi_datagram_udp4")) {
            for (GoldenVector vector : GoldenVectors.read("mi-json/" + file)) {
                if (vector.hasBytes("reply") && !vector.flag("cut")) {
                    byte[] reply = vector.bytes("reply");
                    assertThat(JsonRpcAnswer.read(reply, 0, reply.length))
                            .as(vector.name())
                            .isNotNull();
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(300);
    }

    @Test
    void writesCallsForAFifo() {
        out.clear();
        JsonRpcCall.writeToFifo(out, Octets.of("r1"), 7, Octets.of("m"), JsonRpcParams.NONE);
        assertThat(new String(out.bytes(), 0, out.size(), ISO_8859_1))
                .isEqualTo(":r1:{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"m\"}\n");
    }

    private static JsonRpcAnswer readToEnd(String text) throws ProtocolError {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return JsonRpcAnswer.readToEnd(bytes, 0, bytes.length);
    }

    /// As an OpenSIPS ends answers of 4096 bytes, and those that it gives up.
    @Test
    void readsAnswersThatLackTheirEnd() throws ProtocolError {
        String answer = "{\"jsonrpc\":\"2.0\",\"result\":{\"a\":[1,\"x\"]},\"id\":7}";
        assertThat(readToEnd(answer)).isEqualTo(read(answer));
        assertThat(readToEnd(answer.substring(0, answer.length() - 1))).isEqualTo(read(answer));
        for (int length = 0; length < answer.length() - 2; length++) {
            String cut = answer.substring(0, length);
            assertThatThrownBy(() -> readToEnd(cut)).as(cut).isInstanceOf(ProtocolError.class);
            assertThat(readToEnd(cut + "failed to print response"))
                    .as(cut)
                    .isEqualTo(new JsonRpcAnswer.Failed(
                            new Value.Nil(), 500, Octets.of("failed to print response"), Octets.of("")));
        }
        assertThat(readToEnd("failed to build response")).isInstanceOf(JsonRpcAnswer.Failed.class);
    }

    /// Of those that were captured whole.
    @Test
    void readsEveryReplyCapturedFromAFifo() throws ProtocolError {
        int read = 0;
        for (String file : List.of("mi_fifo", "builtins_fifo", "builtins_fifo_pretty")) {
            for (GoldenVector vector : GoldenVectors.read("mi-json/" + file)) {
                if (vector.hasBytes("reply") && vector.bytes("reply").length > 0 && !vector.has("reply_len")) {
                    byte[] reply = vector.bytes("reply");
                    assertThat(JsonRpcAnswer.readToEnd(reply, 0, reply.length))
                            .as(vector.name())
                            .isNotNull();
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(300);
    }

    /// Any value there and back; only a zero byte in a text is what servers refuse to read.
    @Test
    void carriesAnyValue() throws ProtocolError {
        RandomJson random = new RandomJson(new SplittableRandom(7));
        FakeCarrier carrier = new FakeCarrier(JsonRpcRules.compact(1_000_000), StandIns.commands());
        int carried = 0;
        for (int i = 0; i < 20_000; i++) {
            Value value = random.value();
            out.clear();
            JsonRpcCall.write(
                    out, i, Octets.of("echo"), new JsonRpcParams.Positional(List.of(new Value.Arr(List.of(value)))));
            byte[] answer = carrier.ask(Arrays.copyOf(out.bytes(), out.size()));
            if (new String(out.bytes(), 0, out.size(), ISO_8859_1).contains("\\u0000")) {
                assertThat(answer).asString(ISO_8859_1).isEqualTo("400 Parse_error");
            } else {
                assertThat(JsonRpcAnswer.read(answer, 0, answer.length))
                        .isEqualTo(new JsonRpcAnswer.Result(Value.of(i), value));
                carried++;
            }
        }
        assertThat(carried).isGreaterThan(10_000);
    }
}
