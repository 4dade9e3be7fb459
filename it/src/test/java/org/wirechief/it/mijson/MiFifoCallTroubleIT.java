package org.wirechief.it.mijson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.client.BrokenReply;
import org.wirechief.client.CallTimedOut;
import org.wirechief.client.Client;
import org.wirechief.client.ConnectOptions;
import org.wirechief.client.ConnectionLost;
import org.wirechief.client.NodeException;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Value;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.ScriptedMiFifo;
import org.wirechief.it.live.ScriptedMiFifo.Script;

/// Our client at a server that is played: every way in which there is no answer has its own words,
/// and no reply FIFO is left behind.
class MiFifoCallTroubleIT {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final String OK = "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":$id}";

    private static Client connect(ScriptedMiFifo server, Duration deadline) throws Exception {
        return Client.connect(
                server.address(), ConnectOptions.DEFAULTS.withDeadline(deadline).withReplyDirectory(server.replies()));
    }

    private static Value call(Script script) throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(script);
                Client client = connect(server, RawStream.LIMIT)) {
            Value answer = client.call("version");
            assertThat(server.replyFifos()).isEmpty();
            return answer;
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> fails(
            Duration deadline, Class<? extends Exception> how, Script script) throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(script);
                Client client = connect(server, deadline)) {
            var failure = assertThatThrownBy(() -> client.call("version")).isInstanceOf(how);
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .until(() -> server.replyFifos().stream().noneMatch(name -> name.startsWith("chief-")));
            return failure;
        }
    }

    @Test
    void readsAnAnswerInPieces() throws Exception {
        assertThat(call(request -> request.answer(OK))).isEqualTo(Value.of("OK"));
        assertThat(call(request ->
                        request.answer(OK.replace("$id", request.id()).split("(?<=.)"))))
                .isEqualTo(Value.of("OK"));
        assertThat(call(request -> request.answer(" \n" + OK.replace(":", " :\t") + "\n")))
                .isEqualTo(Value.of("OK"));
    }

    /// As an OpenSIPS ends an answer of 4096 bytes.
    @Test
    void addsTheBraceThatIsLost() throws Exception {
        assertThat(call(request -> request.answer(OK.substring(0, OK.length() - 1))))
                .isEqualTo(Value.of("OK"));
    }

    @Test
    void doesNotWaitForTheEndOfAnAnswerThatIsWhole() throws Exception {
        List<OutputStream> open = new ArrayList<>();
        assertThat(call(request -> {
                    OutputStream reply = request.open();
                    open.add(reply);
                    reply.write(OK.replace("$id", request.id()).getBytes(ISO_8859_1));
                }))
                .isEqualTo(Value.of("OK"));
        open.getFirst().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed to build response", "failed to print response", "failed to build async handler"})
    void anEngineThatSaysWhy(String words) throws Exception {
        fails(RawStream.LIMIT, RemoteFault.class, request -> request.answer(words))
                .hasMessageEndingWith("500 " + words);
    }

    @Test
    void anEngineThatGivesUpInTheMiddle() throws Exception {
        fails(
                        RawStream.LIMIT,
                        RemoteFault.class,
                        request -> request.answer(
                                "{\"jsonrpc\":\"2.0\",\"result\":{\"value\":\"", "failed to print response"))
                .hasMessageEndingWith("500 failed to print response");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                                | it is empty: the server opened the reply FIFO",
                "hello                                           | no JSON",
                "{}                                              | neither a result nor an error",
                "{\"jsonrpc\":\"2.0\",\"res                         | it breaks off after 21 bytes",
                "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":1}      | its id is 1, and that of the call ",
                "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":\"$id\"} | its id is \"",
                "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":null}   | its id is null",
                "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":1       | it breaks off in its id",
            })
    void whatIsNoAnswerToTheCall(String answer, String words) throws Exception {
        fails(RawStream.LIMIT, BrokenReply.class, request -> request.answer(answer == null ? "" : answer))
                .hasMessageContaining("version: the answer cannot be read: " + words);
    }

    @Test
    void aServerKilledInTheMiddleOfAnAnswer() throws Exception {
        fails(RawStream.LIMIT, BrokenReply.class, request -> {
                    try (OutputStream reply = request.open()) {
                        reply.write("{\"jsonrpc\":\"2.0\",\"result\":{\"a\":[1,".getBytes(ISO_8859_1));
                        request.server().kill();
                    }
                })
                .hasMessageEndingWith("it breaks off after 34 bytes, in the middle of the JSON");
    }

    @Test
    void aServerKilledBeforeItAnswers() throws Exception {
        fails(RawStream.LIMIT, ConnectionLost.class, request -> request.server().kill())
                .hasMessageContaining("the server has ended: nobody reads its FIFO ")
                .isInstanceOfSatisfying(
                        NodeException.class, e -> assertThat(e.mayHaveRun()).isTrue());
    }

    @Test
    void aServerThatDoesNotOpenTheReply() throws Exception {
        fails(SHORT, CallTimedOut.class, _ -> {})
                .hasMessageContaining("no answer within 500 ms; the server has not opened the reply FIFO ")
                .hasMessageContaining("it looks in another directory (reply_dir)");
    }

    @Test
    void aServerThatHangs() throws Exception {
        fails(SHORT, CallTimedOut.class, _ -> Thread.sleep(2 * SHORT.toMillis()))
                .hasMessageContaining("the server has not opened the reply FIFO ");
        try (ScriptedMiFifo server = ScriptedMiFifo.start(_ -> Thread.sleep(4 * SHORT.toMillis()));
                Client client = connect(server, SHORT)) {
            CompletableFuture<Value> first = client.callAsync("first");
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .until(() -> server.requests().size() == 1);
            assertThatThrownBy(() -> client.call("second"))
                    .isInstanceOf(CallTimedOut.class)
                    .hasMessageMatching(
                            ".*the server has not read its FIFO .*, where \\d+ bytes wait: it hangs or is busy");
            assertThat(first).isCompletedExceptionally();
        }
    }

    @Test
    void aServerThatIsBusyWithTheCommand() throws Exception {
        fails(SHORT, CallTimedOut.class, request -> {
                    try (var _ = request.open()) {
                        Thread.sleep(3 * SHORT.toMillis());
                    }
                })
                .hasMessageEndingWith(
                        "the server has opened the reply FIFO and not written to it: the command still runs");
    }

    @Test
    void aServerThatStopsInTheMiddle() throws Exception {
        fails(SHORT, CallTimedOut.class, request -> {
                    try (OutputStream reply = request.open()) {
                        reply.write("{\"jsonrpc\":".getBytes(ISO_8859_1));
                        Thread.sleep(3 * SHORT.toMillis());
                    }
                })
                .hasMessageEndingWith("the server stopped in the middle of its answer, after 11 bytes");
    }

    @Test
    void aReplyFifoThatIsRemoved() throws Exception {
        fails(RawStream.LIMIT, ConnectionLost.class, request -> Files.delete(request.replyFifo()))
                .hasMessageContaining("somebody removed the reply FIFO ");
        fails(RawStream.LIMIT, ConnectionLost.class, request -> {
                    Files.delete(request.replyFifo());
                    Files.createFile(request.replyFifo().resolveSibling("other"));
                })
                .hasMessageContaining("somebody removed the reply FIFO ");
    }

    /// What OpenSIPS does not understand it does not answer.
    @Test
    void requestsThatAnOpenSipsDrops() throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(request -> request.answer(OK));
                Client client = connect(server, SHORT)) {
            assertThatThrownBy(() -> client.call("cache_store", "a\0b"))
                    .isInstanceOf(CallTimedOut.class)
                    .hasMessageContaining("the server has not opened the reply FIFO ");
            assertThatThrownBy(() -> client.call("cache_store", "x".repeat(5000)))
                    .isInstanceOf(CallTimedOut.class)
                    .hasMessageMatching(".*; the request has 50\\d\\d bytes, and an OpenSIPS drops more than 4096");
            assertThat(client.call("version")).isEqualTo(Value.of("OK"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    /// In one write, up to the last byte that an OpenSIPS reads at once.
    @Test
    void aRequestOf4096Bytes() throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(request -> request.answer(OK));
                Client client = connect(server, RawStream.LIMIT)) {
            client.call("m", "");
            var first = server.requests().getFirst();
            // two colons, and a line feed that the record has not
            int frame =
                    first.json().length() - first.id().length() + first.name().length() + 3;
            for (int i = 0; i < 20; i++) {
                // ids have up to ten digits
                String text = "x".repeat(4096 - frame - 10);
                assertThat(client.call("m", text)).isEqualTo(Value.of("OK"));
            }
        }
    }

    @Test
    void aHundredAtOnceEachWithItsOwnReplyFifo() throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(request ->
                        request.answer("{\"jsonrpc\":\"2.0\",\"result\":\"", request.name(), "\",\"id\":$id}"));
                Client client = connect(server, RawStream.LIMIT)) {
            List<CompletableFuture<Value>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(client.callAsync("name"));
            }
            for (CompletableFuture<Value> call : calls) {
                assertThat(call.get(60, TimeUnit.SECONDS).asText()).startsWith("chief-");
            }
            assertThat(server.requests().stream().map(ScriptedMiFifo.Request::name))
                    .doesNotHaveDuplicates();
            assertThat(server.requests().stream().map(ScriptedMiFifo.Request::id))
                    .doesNotHaveDuplicates();
            assertThat(server.replyFifos()).isEmpty();
        }
    }
}
