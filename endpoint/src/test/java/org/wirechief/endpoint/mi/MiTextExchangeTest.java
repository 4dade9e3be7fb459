package org.wirechief.endpoint.mi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Access;
import org.wirechief.core.AccessGuard;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Fault;
import org.wirechief.core.Origin;
import org.wirechief.core.ParamType;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.mi.MiExchange.Outcome;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.wire.mitext.MiTextOptions;
import org.wirechief.wire.mitext.MiTextProfile;

final class MiTextExchangeTest {
    private static final Asker READER = new Asker(new Origin("mi_datagram", "udp", "127.0.0.1:5", Access.READ), null);

    private final List<String> done = new ArrayList<>();
    private final Commands commands = new Commands(List.of(
            CommandSpec.named("say").param("text", ParamType.TEXT).run((call, reply) -> {
                reply.afterSend(() -> done.add("sent"));
                reply.line(call.args().text(0));
            }),
            CommandSpec.named("now").run((_, reply) -> reply.line("now")),
            CommandSpec.named("wait").blocking().run((_, reply) -> reply.line("waited")),
            CommandSpec.named("no").run((_, _) -> {
                throw new Fault(404, "Not here");
            }),
            CommandSpec.named("big").run((_, reply) -> reply.line("x".repeat(70_000))),
            CommandSpec.named("admin").access(Access.ADMIN).run((_, reply) -> reply.ok()),
            CommandSpec.named("core.rpc").vocabulary(Vocabulary.RPC).run((_, reply) -> reply.ok())));
    private final MiCounters counters = new MiCounters();
    private final MiEngine engine = new MiEngine(new Dispatch(commands, List.of(new AccessGuard())), counters);
    private MiTextOptions options = MiTextOptions.DEFAULTS;
    private final MiTextExchange exchange = new MiTextExchange(engine, () -> options);

    @Test
    void answersOneAfterTheOther() {
        assertThat(ask(":say:\nhello\n")).isEqualTo("200 OK\nhello\n\n");
        exchange.afterSend().forEach(Runnable::run);
        assertThat(done).containsExactly("sent");
        assertThat(ask(":now:\n\"unterminated")).isEqualTo("200 OK\nnow\n\n");
        assertThat(exchange.afterSend()).isEmpty();
        assertThat(ask(":no:\n")).isEqualTo("404 Not here\n\n");

        assertThat(counters.requests.sum()).isEqualTo(3);
        assertThat(counters.replies.sum()).isEqualTo(2);
        assertThat(counters.errors.sum()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {":nope:\n", "now\n", ":now:", ":now:\r\n", ":core.rpc:\n", "", "\0", "::\n"})
    void whatIsNoCommandIsNotAvailable(String request) {
        assertThat(ask(request)).isEqualTo("500 command not available\n");
        assertThat(counters.errors.sum()).isEqualTo(1);
    }

    @Test
    void brokenArgumentsAreToldInTheWordsOfTheProfile() {
        assertThat(ask(":say:\n\"x")).isEqualTo("400 parse_error\n");
        options = options.withProfile(MiTextProfile.V1_8);
        assertThat(ask(":say:\n\"x")).isEqualTo("400 parse error in command\n");
        assertThat(ask(":now:\n")).isEqualTo("200 OK\nnow\n");
    }

    @Test
    void commandsThatWaitAreRunOnlyWhereTheyMay() {
        byte[] request = ":wait:\n".getBytes(ISO_8859_1);
        Outcome first = exchange.answer(request, 0, request.length, READER, false);
        assertThat(first)
                .isInstanceOfSatisfying(
                        Outcome.Waits.class,
                        waits -> assertThat(waits.spec().name()).isEqualTo("wait"));
        assertThat(counters.requests.sum()).isZero();

        assertThat(exchange.answer(request, 0, request.length, READER, true)).isInstanceOf(Outcome.Answered.class);
        assertThat(text()).isEqualTo("200 OK\nwaited\n\n");
        assertThat(counters.requests.sum()).isEqualTo(1);
    }

    @Test
    void whatHasNoRoomIsAnError() {
        assertThat(ask(":big:\n")).isEqualTo("500 Reply too large\n\n");
        assertThat(counters.repliesTooLarge.sum()).isEqualTo(1);
        assertThat(counters.errors.sum()).isEqualTo(1);
    }

    @Test
    void refusals() {
        assertThat(ask(":admin:\n")).isEqualTo("403 Forbidden\n\n");
        exchange.forbid(new Admission.Refused("192.0.2.1", "192.0.2.1 may not call"));
        assertThat(text()).isEqualTo("403 Forbidden\n\n");
        exchange.tooLong(65457);
        assertThat(text()).isEqualTo("413 Request too large\n\n");
        exchange.busy(commands.list(Vocabulary.MI).getFirst());
        assertThat(text()).isEqualTo("503 Too many commands wait\n\n");
        assertThat(counters.busy.sum()).isEqualTo(1);
        // whoever may not call is counted elsewhere
        assertThat(counters.requests.sum()).isEqualTo(3);
        assertThat(counters.errors.sum()).isEqualTo(3);
    }

    @Test
    void answersAreNoRequests() {
        byte[] reply = "200 OK\n\n".getBytes(ISO_8859_1);
        assertThat(exchange.isReply(reply, 0, reply.length)).isTrue();
        byte[] request = ":200 OK:\n".getBytes(ISO_8859_1);
        assertThat(exchange.isReply(request, 0, request.length)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":1,\"id\":1}", " {\"error\":{}}", "[{\"result\":1},{\"error\":{}}]"})
    void answersInJsonAreNone(String reply) {
        byte[] bytes = reply.getBytes(ISO_8859_1);
        assertThat(exchange.isReply(bytes, 0, bytes.length)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"method\":\"now\",\"result\":1}", "{\"result\":", "{}", "[]", "{x"})
    void otherJsonIsNoAnswer(String request) {
        byte[] bytes = request.getBytes(ISO_8859_1);
        assertThat(exchange.isReply(bytes, 0, bytes.length)).isFalse();
    }

    @Test
    void numbersHaveTheirModule() {
        assertThat(counters.statistics("mi_x"))
                .allSatisfy(number -> assertThat(number.group()).isEqualTo("mi_x"))
                .extracting(number -> number.name())
                .containsExactly("requests", "replies", "errors", "replies_too_large", "busy");
    }

    private String ask(String request) {
        byte[] bytes = request.getBytes(ISO_8859_1);
        assertThat(exchange.answer(bytes, 0, bytes.length, READER, false)).isInstanceOf(Outcome.Answered.class);
        return text();
    }

    private String text() {
        return new String(exchange.datagram().bytes(), 0, exchange.datagram().size(), ISO_8859_1);
    }
}
