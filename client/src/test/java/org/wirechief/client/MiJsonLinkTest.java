package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Calls in JSON-RPC over UDP, against a node that answers as a test wants.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class MiJsonLinkTest {
    private static String json(MiNode node) {
        return node.address().replace("mi:", "mi:json:");
    }

    @Test
    void callsAndAnswersAreJson() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(json(node))) {
            CompletableFuture<Value> answer = client.callAsync("get_statistics", "core:", "net:");
            var request = node.next();
            node.answer(request, "{\"jsonrpc\":\"2.0\",\"result\":{\"core:rcv_requests\":7},\"id\":1}");

            assertThat(MiNode.text(request))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"get_statistics\","
                            + "\"params\":[[\"core:\",\"net:\"]]}");
            assertThat(answer.get().at("core:rcv_requests")).isEqualTo(Value.of(7));
        }
    }

    @Test
    void anErrorIsAFaultWithItsDetail() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(json(node))) {
            CompletableFuture<Value> answer = client.callAsync("log_level", 3, 1);
            node.answer(
                    node.next(),
                    "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32602,\"message\":\"Invalid params\",\"data\":\"Bad PID\"},"
                            + "\"id\":1}");

            assertThatThrownBy(answer::get)
                    .cause()
                    .isInstanceOf(RemoteFault.class)
                    .hasMessageEndingWith("-32602 Invalid params (Bad PID)");
        }
    }

    @Test
    void theWordsOfAnEngineAreAFault() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(json(node))) {
            CompletableFuture<Value> answer = client.callAsync("t_hash");
            node.answer(node.next(), "500 Internal error");

            assertThatThrownBy(answer::get)
                    .cause()
                    .isInstanceOf(RemoteFault.class)
                    .hasMessageEndingWith("500 Internal error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{\"jsonrpc\":\"2.0\",\"res", "{\"id\":1}"})
    void whatIsNoAnswerIsTold(String datagram) throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(json(node))) {
            CompletableFuture<Value> answer = client.callAsync("pwd");
            node.answer(node.next(), datagram);

            assertThatThrownBy(answer::get).cause().isInstanceOf(BrokenReply.class);
        }
    }

    @Test
    void aNodeThatKnowsNoTextIsCalledInJsonFromThenOn() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            CompletableFuture<Value> first = client.callAsync("pwd");
            var text = node.next();
            node.answer(text, "400 Parse_error");
            var json = node.next();
            node.answer(json, "{\"jsonrpc\":\"2.0\",\"result\":{\"WD\":\"/\"},\"id\":1}");
            CompletableFuture<Value> second = client.callAsync("pwd");
            var next = node.next();
            node.answer(next, "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":2}");

            assertThat(MiNode.text(text)).isEqualTo(":pwd:\n");
            assertThat(MiNode.text(json)).startsWith("{");
            assertThat(first.get().at("WD")).isEqualTo(Value.of("/"));
            assertThat(MiNode.text(next)).startsWith("{");
            assertThat(second.get()).isEqualTo(Value.of("OK"));
        }
    }

    /// Text knows no names: what is one, and what is part of the text, the node's language says.
    @Test
    void namesAreForTheLanguageThatKnowsThem() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            CompletableFuture<Value> answer =
                    client.callAsync("log_level", NamedArgument.of("level", "3"), NamedArgument.of("pid", "7"));
            var text = node.next();
            node.answer(text, "400 Parse_error");
            var json = node.next();
            node.answer(json, "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":1}");

            assertThat(MiNode.text(text)).isEqualTo(":log_level:\nlevel=3\npid=7\n");
            assertThat(MiNode.text(json)).endsWith("\"params\":{\"level\":\"3\",\"pid\":\"7\"}}");
            assertThat(answer.get()).isEqualTo(Value.of("OK"));
        }
    }

    @Test
    void listsAreSaidInJson() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            CompletableFuture<Value> answer = client.callAsync("x", new Value.Arr(List.of(Value.of("a"), Value.of(1))));
            var list = node.next();
            node.answer(list, "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":1}");
            answer.get();
            CompletableFuture<Value> refused =
                    client.callAsync("x", new NamedArgument(Octets.of("n"), new Value.Arr(List.of()), Value.of("n=")));
            node.answer(node.next(), "400 parse error in command\n");
            CompletableFuture<Value> other = client.callAsync("x", "a");
            var next = node.next();
            node.answer(next, "200 OK\n");

            assertThat(MiNode.text(list)).endsWith("\"params\":[[\"a\",1]]}");
            assertThatThrownBy(refused::get).cause().hasMessageEndingWith("400 parse error in command");
            assertThat(MiNode.text(next)).isEqualTo(":x:\na\n");
            assertThat(other.get()).isNotNull();
        }
    }

    @Test
    void aNodeThatIsToBeCalledInTextIsNotCalledInJson() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address().replace("mi:", "mi:text:"))) {
            CompletableFuture<Value> answer = client.callAsync("pwd");
            node.answer(node.next(), "400 Parse_error");

            assertThatThrownBy(answer::get).cause().isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void whatDoesNotFitIsNotSent() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(json(node))) {
            assertThatThrownBy(() -> client.call("cache_store", "x".repeat(70_000)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("65457");
        }
    }
}
