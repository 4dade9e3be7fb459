package org.wirechief.wire.jsonrpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Fault;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcServer.Outcome;
import org.wirechief.wire.jsonrpc.JsonRpcServer.Reading;

class JsonRpcServerTest {
    private static final String INVALID =
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"Invalid Request\"},\"id\":null}";

    private final FakeCarrier carrier = new FakeCarrier();
    private final ReplyBuffer out = new ReplyBuffer();

    private static String request(String method, String rest) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"" + rest + "}";
    }

    private static String error(String body, String id) {
        return "{\"jsonrpc\":\"2.0\",\"error\":{" + body + "},\"id\":" + id + "}";
    }

    private Reading read(JsonRpcServer server, String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return server.read(bytes, 0, bytes.length);
    }

    private String written() {
        return new String(out.bytes(), 0, out.size(), ISO_8859_1);
    }

    @Test
    void answersABatchInOrderAndWithoutItsNotifications() {
        String batch = "[" + request("echo", ",\"params\":[[1]],\"id\":\"a\"") + "," + request("fails", "") + ",7,"
                + request("nosuch", ",\"id\":null") + "," + request("breaks", ",\"id\":3") + "]";

        assertThat(carrier.ask(batch))
                .isEqualTo("[{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":\"a\"}," + INVALID + ","
                        + error("\"code\":-32601,\"message\":\"Method not found\"", "null") + ","
                        + error("\"code\":-32603,\"message\":\"Internal error\"", "3") + "]");
    }

    @Test
    void answersNothingToABatchOfNotifications() {
        assertThat(carrier.ask("[" + request("version", "") + "," + request("breaks", "") + "]"))
                .isNull();
    }

    @Test
    void refusesABatchThatIsTooLargeAndRunsNothingOfIt() {
        List<String> ran = new ArrayList<>();
        Commands commands = new Commands(List.of(CommandSpec.named("count").run((call, reply) -> ran.add("once"))));
        FakeCarrier narrow = new FakeCarrier(new JsonRpcRules(1000, 3, false), commands);
        String one = request("count", ",\"id\":1");

        assertThat(narrow.ask("[" + String.join(",", one, one, one) + "]")).contains("\"result\":null");
        assertThat(ran).hasSize(3);
        assertThat(narrow.ask("[" + String.join(",", one, one, one, one) + "]"))
                .isEqualTo(error(
                        "\"code\":-32600,\"message\":\"Invalid Request\","
                                + "\"data\":\"4 requests in one array: at most 3 are allowed\"",
                        "null"));
        assertThat(ran).hasSize(3);
    }

    @Test
    void runsAllOfABatchWhoseAnswerDoesNotFit() {
        List<String> ran = new ArrayList<>();
        Commands commands = new Commands(List.of(CommandSpec.named("big").run((call, reply) -> {
            ran.add("once");
            reply.add("x".repeat(400));
        })));
        FakeCarrier narrow = new FakeCarrier(JsonRpcRules.compact(1000), commands);
        String one = request("big", ",\"id\":1");

        assertThat(narrow.ask("[" + one + "," + one + "]")).startsWith("[{").hasSizeLessThan(1000);
        assertThat(narrow.ask("[" + String.join(",", one, one, one, one) + "]")).isEqualTo("500 Internal error");
        assertThat(ran).hasSize(6);
    }

    @Test
    void tellsACommandThatBrokeDownFromOneThatSaysNo() {
        assertThat(carrier.ask(request("breaks", ",\"id\":1"))).isEqualTo("500 Internal error");
        assertThat(carrier.ask(request("breaks", ""))).isNull();
        assertThat(carrier.ask(request("fails", ",\"id\":1")))
                .isEqualTo(error("\"code\":480,\"message\":\"Temporarily Unavailable\"", "1"));
        assertThat(carrier.ask(request("null", ",\"id\":1")))
                .isEqualTo(error(
                        "\"code\":-32000,\"message\":\"Server error\",\"data\":\"Command handler returned null\"",
                        "1"));
    }

    @Test
    void saysWhatIsAmbiguous() {
        assertThat(carrier.ask(request("list", ",\"id\":1")))
                .isEqualTo(error(
                        "\"code\":-32001,\"message\":\"Method ambiguous\","
                                + "\"data\":\"supported names: tcp:list, evi:list\"",
                        "1"));
        assertThat(carrier.ask(request("pair", ",\"params\":[1,2],\"id\":1")))
                .contains("Ambiguous call, use named parameters instead");
        assertThat(carrier.ask(request("pair", ",\"params\":{\"c\":1,\"a\":2},\"id\":1")))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":[2,1],\"id\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":1}",
                "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1},\"id\":null}",
                "{\"RESULT\":null,\"id\":1}",
                "[{\"result\":1,\"id\":1},{\"error\":null}]"
            })
    void answersNoAnswers(String reply) {
        assertThat(carrier.ask(reply)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"method\":\"version\",\"result\":1}", "{\"id\":1}", "[1,{\"result\":1}]", "[[{\"result\":1}]]"
            })
    void answersWhatIsNone(String text) {
        assertThat(carrier.ask(text)).contains("-32600");
    }

    @Test
    void returnsAnIdOfAnySortUnlessItIsTooDeep() {
        String deep = "[".repeat(512) + "]".repeat(512);

        assertThat(carrier.ask(request("nosuch", ",\"id\":" + deep))).endsWith(",\"id\":" + deep + "}");
        assertThat(carrier.ask(request("version", ",\"id\":[" + deep + "]")))
                .isEqualTo(error(
                        "\"code\":-32600,\"message\":\"Invalid Request\","
                                + "\"data\":\"the id nests deeper than 512 levels\"",
                        "null"));
    }

    @Test
    void laysAnswersOut() {
        FakeCarrier pretty = new FakeCarrier(new JsonRpcRules(1000, 5, true), StandIns.commands());

        assertThat(pretty.ask(request("echo", ",\"params\":[[{},[1,2]]],\"id\":1")))
                .isEqualTo("{\n\t\"jsonrpc\":\t\"2.0\",\n\t\"result\":\t[{\n\t\t}, [1, 2]],\n\t\"id\":\t1\n}");
    }

    @Test
    void countsTheBytesOfTheLayout() {
        String one = request("echo", ",\"params\":[[\"" + "x".repeat(50) + "\"]],\"id\":1");
        int compact = carrier.ask(one).length();

        assertThat(new FakeCarrier(new JsonRpcRules(compact, 5, false), StandIns.commands()).ask(one))
                .hasSize(compact);
        assertThat(new FakeCarrier(new JsonRpcRules(compact, 5, true), StandIns.commands()).ask(one))
                .isEqualTo("500 Internal error");
    }

    @Test
    void knowsWhichTextsMayWait() {
        assertThat(read(carrier.server(), "[" + request("version", "") + "," + request("slow", "") + "]"))
                .isEqualTo(Reading.REQUEST);
        assertThat(carrier.server().waits())
                .isNotNull()
                .extracting(CommandSpec::name)
                .isEqualTo("slow");
        read(carrier.server(), request("version", ""));
        assertThat(carrier.server().waits()).isNull();
    }

    @Test
    void refusesWithoutRunning() {
        read(carrier.server(), "[" + request("breaks", ",\"id\":1") + "," + request("breaks", "") + "]");

        Outcome outcome = carrier.server().refuse(Fault.refusal("not from there"), out);

        assertThat(outcome).isEqualTo(Outcome.ANSWERED);
        assertThat(written()).isEqualTo("[" + error("\"code\":403,\"message\":\"not from there\"", "1") + "]");
    }

    @Test
    void answersABrokenTextWhereTheCarrierWants() {
        assertThat(read(carrier.server(), "{\"jsonrpc\" 1")).isEqualTo(Reading.BROKEN);
        assertThat(carrier.server().problem()).startsWith("byte 11: ");

        assertThat(carrier.server().refuseText(out)).isEqualTo(Outcome.ANSWERED);

        assertThat(written()).isEqualTo(error("\"code\":-32700,\"message\":\"Parse error\"", "null"));
    }

    @Test
    void tellsWhereTheNextTextBegins() {
        String two = request("version", "") + " :r:" + request("version", "");

        assertThat(read(carrier.server(), two)).isEqualTo(Reading.REQUEST);
        assertThat(two.substring(carrier.server().end())).startsWith(" :r:");
        assertThat(read(carrier.server(), request("version", "").substring(0, 30)))
                .isEqualTo(Reading.INCOMPLETE);
    }

    @Test
    void refusesBrokenTextsToo() {
        read(carrier.server(), "{\"jsonrpc\" 1");

        assertThat(carrier.server().refuse(Fault.refusal("not from there"), out))
                .isEqualTo(Outcome.ANSWERED);

        assertThat(written()).isEqualTo(error("\"code\":403,\"message\":\"not from there\"", "null"));
    }

    @Test
    void countsWhatItAnswers() {
        String batch = "[" + request("version", ",\"id\":1") + "," + request("fails", ",\"id\":2") + ","
                + request("fails", "") + "," + request("breaks", ",\"id\":3") + "]";

        carrier.ask(batch);

        assertThat(carrier.server().requests()).isEqualTo(4);
        assertThat(carrier.server().results()).isEqualTo(1);
        assertThat(carrier.server().errors()).isEqualTo(2);
    }

    /// `which` and `help` list names as their caller writes them.
    @Test
    void tellsCommandsWhichNamesAreUsed() {
        Commands commands = new Commands(List.of(CommandSpec.named("names")
                .run((call, reply) -> reply.add(call.naming().word()))));

        assertThat(new FakeCarrier(JsonRpcRules.compact(1000), commands).ask(request("names", ",\"id\":1")))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":\"4.0\",\"id\":1}");
    }

    @Test
    void leavesWhatIsToBeDoneAfterwards() {
        List<String> done = new ArrayList<>();
        Commands commands = new Commands(List.of(CommandSpec.named("later").run((call, reply) -> {
            reply.ok();
            reply.afterSend(() -> done.add("done"));
        })));
        FakeCarrier acting = new FakeCarrier(JsonRpcRules.compact(1000), commands);

        acting.ask("[" + request("later", ",\"id\":1") + "," + request("later", "") + "]");
        assertThat(done).isEmpty();
        acting.server().afterSend().forEach(Runnable::run);

        assertThat(done).hasSize(2);
    }

    @Test
    void appendsToWhatIsThere() {
        out.append('#');
        read(carrier.server(), request("fails", ",\"id\":1"));

        carrier.server().run(FakeCarrier.ORIGIN, out);

        assertThat(written()).startsWith("#{\"jsonrpc\":\"2.0\",\"error\"");
    }
}
