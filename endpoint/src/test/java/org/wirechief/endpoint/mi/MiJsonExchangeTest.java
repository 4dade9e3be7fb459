package org.wirechief.endpoint.mi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Access;
import org.wirechief.core.AccessGuard;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.MiNames;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Origin;
import org.wirechief.core.ParamType;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.mi.MiExchange.Outcome;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcRules;

final class MiJsonExchangeTest {
    private static final Asker READER = new Asker(new Origin("mi_datagram", "udp", "127.0.0.1:5", Access.READ), null);

    private final List<String> done = new ArrayList<>();
    private final Commands commands = new Commands(List.of(
            CommandSpec.named("say").param("text", ParamType.TEXT).run((call, reply) -> {
                reply.afterSend(() -> done.add("sent"));
                reply.add(call.args().text(0));
            }),
            CommandSpec.named("wait").blocking().run((_, reply) -> reply.add("waited")),
            CommandSpec.named("breaks").run((_, _) -> {
                throw new IllegalStateException("broken on purpose");
            }),
            CommandSpec.named("big").run((_, reply) -> reply.add("x".repeat(70_000))),
            CommandSpec.named("admin").access(Access.ADMIN).run((_, reply) -> reply.ok()),
            CommandSpec.named("cache_store").canonical("cache:store").run((_, reply) -> reply.ok()),
            CommandSpec.named("core.rpc").vocabulary(Vocabulary.RPC).run((_, reply) -> reply.ok())));
    private final MiCounters counters = new MiCounters();
    private final MiEngine engine = new MiEngine(new Dispatch(commands, List.of(new AccessGuard())), counters);
    private JsonRpcRules rules = JsonRpcRules.compact(65456);
    private final MiJsonExchange exchange = exchange(MiNaming.V3);

    private MiJsonExchange exchange(MiNaming naming) {
        return exchange(naming, MiJsonWords.DATAGRAM);
    }

    private MiJsonExchange exchange(MiNaming naming, MiJsonWords words) {
        return new MiJsonExchange(new MiJsonEngine(engine, new MiNames(commands, naming)), () -> rules, words);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static String request(String method, String rest) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"" + rest + "}";
    }

    private String answer() {
        return text(exchange.datagram());
    }

    private static String text(ReplyBuffer answer) {
        return new String(answer.bytes(), 0, answer.size(), ISO_8859_1);
    }

    private String ask(String text) {
        byte[] request = bytes(text);
        if (exchange.isReply(request, 0, request.length)) {
            return "never answered";
        }
        assertThat(exchange.answer(request, 0, request.length, READER, false)).isEqualTo(new Outcome.Answered());
        return answer();
    }

    @Test
    void answersOneAfterTheOther() {
        assertThat(ask(request("say", ",\"params\":[\"hello\"],\"id\":1")))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":\"hello\",\"id\":1}");
        exchange.afterSend().forEach(Runnable::run);
        assertThat(done).containsExactly("sent");
        assertThat(ask(request("core.rpc", ",\"id\":\"a\"")))
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"},\"id\":\"a\"}");
        assertThat(exchange.afterSend()).isEmpty();
        assertThat(ask(request("admin", ",\"id\":2"))).contains("\"code\":403", "needs admin access");

        assertThat(counters.requests.sum()).isEqualTo(3);
        assertThat(counters.replies.sum()).isEqualTo(1);
        assertThat(counters.errors.sum()).isEqualTo(2);
    }

    @Test
    void doesWhatANotificationAsksAndAnswersNothing() {
        assertThat(ask(request("say", ",\"params\":[\"x\"]"))).isEmpty();
        exchange.afterSend().forEach(Runnable::run);

        assertThat(done).containsExactly("sent");
        assertThat(counters.requests.sum()).isEqualTo(1);
        assertThat(counters.replies.sum()).isZero();
    }

    @Test
    void hasPlainTextWhereJsonHasNoWords() {
        assertThat(ask("{")).isEqualTo("400 Parse_error");
        assertThat(ask("hello")).isEqualTo("400 Parse_error");
        assertThat(ask(request("breaks", ",\"id\":1"))).isEqualTo("500 Internal error");
        assertThat(ask(request("big", ",\"id\":1"))).isEqualTo("500 Internal error");
        exchange.tooLong(65457);
        assertThat(answer()).isEqualTo("400 Parse_error");

        assertThat(counters.requests.sum()).isEqualTo(5);
        assertThat(counters.errors.sum()).isEqualTo(5);
        assertThat(counters.repliesTooLarge.sum()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "-nan, -2147483648",
        "-inf, -9223372036854775808",
        "0xFFFFFFFFFFFFFFFFF, 9223372036854775807",
        "007, 7",
        "1e400, 1e400"
    })
    void idsThatAreNoNumbersOfJsonComeBackAsIntegersOf64Bits(String id, String back) {
        assertThat(ask(request("admin", ",\"id\":" + id))).endsWith("\"id\":" + back + "}");
    }

    @Test
    void saysInJsonWhatOfAFifoCouldNotBeRead() {
        MiJsonExchange fifo = exchange(MiNaming.V3, MiJsonWords.FIFO);
        byte[] before = bytes(request("say", ",\"params\":[\"x\"],\"id\":1"));
        fifo.answer(before, 0, before.length, READER, false);

        fifo.unreadable();
        assertThat(text(fifo.datagram()))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"Parse error\"},\"id\":null}");
        assertThat(fifo.afterSend()).isEmpty();
        fifo.tooLong(5000);
        assertThat(text(fifo.datagram()))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":413,\"message\":\"Request too large\","
                        + "\"data\":\"more than 5000 bytes\"},\"id\":null}");
        assertThat(counters.requests.sum()).isEqualTo(3);
        assertThat(counters.errors.sum()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":1,\"id\":1}", "[{\"error\":{}}]", "400 Parse_error", "500 Internal error"})
    void neverAnswersAnswers(String text) {
        assertThat(ask(text)).isEqualTo("never answered");
    }

    @Test
    void commandsThatWaitAreRunOnlyWhereTheyMay() {
        byte[] batch = bytes("[" + request("say", "") + "," + request("wait", ",\"id\":1") + "]");
        exchange.isReply(batch, 0, batch.length);

        Outcome first = exchange.answer(batch, 0, batch.length, READER, false);

        assertThat(first)
                .isInstanceOfSatisfying(
                        Outcome.Waits.class,
                        waits -> assertThat(waits.spec().name()).isEqualTo("wait"));
        exchange.busy(((Outcome.Waits) first).spec());
        assertThat(answer())
                .isEqualTo(
                        "[{\"jsonrpc\":\"2.0\",\"error\":{\"code\":503,\"message\":\"Too many commands wait\"},\"id\":1}]");
        assertThat(counters.busy.sum()).isEqualTo(1);
        assertThat(exchange.answer(batch, 0, batch.length, READER, true)).isEqualTo(new Outcome.Answered());
        assertThat(answer()).contains("waited");
    }

    @Test
    void saysWhoMayNotCallWithTheIdsOfTheRequest() {
        byte[] request = bytes(request("say", ",\"id\":\"x\""));
        Admission.Refused refusal = new Admission.Refused("10.0.0.1", "not from there");

        exchange.isReply(request, 0, request.length);
        exchange.forbid(refusal);
        assertThat(answer())
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":403,\"message\":\"not from there\"},\"id\":\"x\"}");

        request = bytes(request("say", ""));
        exchange.isReply(request, 0, request.length);
        exchange.forbid(refusal);
        assertThat(answer()).isEmpty();
        assertThat(done).isEmpty();
        assertThat(counters.requests.sum()).isZero();
        assertThat(counters.errors.sum()).isZero();
    }

    @Test
    void layoutChangesWhileItRuns() {
        String request = request("say", ",\"params\":[\"x\"],\"id\":1");
        assertThat(ask(request)).doesNotContain("\n");

        rules = new JsonRpcRules(65456, 5, true);

        assertThat(ask(request)).isEqualTo("{\n\t\"jsonrpc\":\t\"2.0\",\n\t\"result\":\t\"x\",\n\t\"id\":\t1\n}");
    }

    @Test
    void namesOfBothVersions() {
        byte[] modern = bytes(request("cache:store", ",\"id\":1"));
        MiJsonExchange both = exchange(MiNaming.V4);

        assertThat(ask(request("cache:store", ",\"id\":1"))).contains("-32601");
        both.answer(modern, 0, modern.length, READER, false);
        assertThat(text(both.datagram())).contains("\"OK\"");
    }
}
