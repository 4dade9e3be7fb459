package org.wirechief.it.mijson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.client.BrokenReply;
import org.wirechief.client.CannotConnect;
import org.wirechief.client.Client;
import org.wirechief.client.ConnectOptions;
import org.wirechief.client.ConnectionLost;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.ParamType;
import org.wirechief.core.Value;
import org.wirechief.it.live.RawStream;

/// Our client calls our `mi_fifo`.
class MiFifoCallIT {
    private MiFifoServer server;

    @BeforeEach
    void start() throws IOException {
        server = start(false);
    }

    private static MiFifoServer start(boolean pretty) throws IOException {
        return MiFifoServer.start(
                program -> program.command(
                                CommandSpec.named("t.large").run((_, reply) -> reply.add("x".repeat(1_000_000))))
                        .command(CommandSpec.named("t.echo")
                                .param("text", ParamType.TEXT)
                                .run((call, reply) -> reply.add(call.args().text(0))))
                        .command(CommandSpec.named("t.slow").blocking().run((_, _) -> Thread.sleep(60_000))),
                mi -> mi.prettyPrinting(pretty));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private ConnectOptions options() {
        return ConnectOptions.DEFAULTS
                .withDeadline(RawStream.LIMIT)
                .withReplyDirectory(server.folder().resolve("r"));
    }

    private List<Path> replyFifos() throws IOException {
        try (var inside = Files.list(server.folder().resolve("r"))) {
            return inside.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifo:", "FIFO:", "mi:", "mi:json:"})
    void callsCommands(String scheme) throws IOException {
        try (Client client = Client.connect(scheme + server.fifo(), options())) {
            assertThat(client.call("version").at("Server").asText()).isEqualTo(OpenSips.VERSION);
            assertThat(client.call("get_statistics", "core:", "net:").at("core:rcv_requests"))
                    .isInstanceOf(Value.Int.class);
            assertThat(client.call("cache_store", "local", "k", "a \"b\"\n:é")).isEqualTo(Value.of("OK"));
            assertThat(client.call("cache_fetch", "local", "k").at("value").asText())
                    .isEqualTo("a \"b\"\n:é");
            assertThatThrownBy(() -> client.call("log_level", "x"))
                    .isInstanceOf(RemoteFault.class)
                    .hasMessageEndingWith("-32602 Invalid params (Bad type for parameter 'level')");
            assertThat(client.call("t.large").asText()).hasSize(1_000_000);
            assertThat(replyFifos()).isEmpty();
        }
    }

    @Test
    void readsWhatIsPrintedPretty() throws IOException {
        try (MiFifoServer pretty = start(true);
                Client client = Client.connect(
                        "fifo:" + pretty.fifo(),
                        options().withReplyDirectory(pretty.folder().resolve("r")))) {
            assertThat(client.call("version").at("Server").asText()).isEqualTo(OpenSips.VERSION);
        }
    }

    @Test
    void manyAtOnceOverOneLink() throws Exception {
        try (Client client = Client.connect("fifo:" + server.fifo(), options())) {
            List<CompletableFuture<Value>> calls = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                calls.add(client.callAsync("t.echo", "call " + i));
            }
            for (int i = 0; i < 300; i++) {
                assertThat(calls.get(i).get(60, TimeUnit.SECONDS)).isEqualTo(Value.of("call " + i));
            }
        }
        assertThat(replyFifos()).isEmpty();
    }

    @Test
    void aHundredClientsAtOnce() throws Exception {
        try (ExecutorService clients =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            List<Future<Value>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String text = "client " + i;
                calls.add(clients.submit(() -> {
                    try (Client client = Client.connect("fifo:" + server.fifo(), options())) {
                        return client.call("t.echo", text);
                    }
                }));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(calls.get(i).get(60, TimeUnit.SECONDS)).isEqualTo(Value.of("client " + i));
            }
        }
        assertThat(replyFifos()).isEmpty();
    }

    /// Longer than what is written in one piece for certain, and all together than a FIFO holds.
    @Test
    void longRequestsAreNotMixed() throws Exception {
        try (Client client = Client.connect("fifo:" + server.fifo(), options())) {
            List<CompletableFuture<Value>> calls = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                calls.add(client.callAsync("t.echo", (i + " ").repeat(10_000)));
                calls.add(client.callAsync("t.echo", "short"));
            }
            for (int i = 0; i < 60; i++) {
                assertThat(calls.get(2 * i).get(60, TimeUnit.SECONDS)).isEqualTo(Value.of((i + " ").repeat(10_000)));
                assertThat(calls.get(2 * i + 1).get(60, TimeUnit.SECONDS)).isEqualTo(Value.of("short"));
            }
        }
    }

    @Test
    void anAnswerBeyondTheBoundEndsItsCall() throws Exception {
        try (Client client = Client.connect("fifo:" + server.fifo(), options().withLongestReply(1000))) {
            assertThatThrownBy(() -> client.call("t.large"))
                    .isInstanceOfSatisfying(
                            BrokenReply.class, e -> assertThat(e.kind()).isEqualTo(BrokenReply.Kind.TOO_LONG));
            assertThat(replyFifos()).isEmpty();
            assertThat(client.call("t.echo", "on it goes")).isEqualTo(Value.of("on it goes"));
        }
    }

    @Test
    void whoeverGivesUpLeavesNothingBehind() throws Exception {
        CompletableFuture<Value> closed;
        try (Client client = Client.connect("fifo:" + server.fifo(), options())) {
            CompletableFuture<Value> cancelled = client.callAsync("t.slow");
            closed = client.callAsync("t.slow");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> replyFifos().size() == 2);

            cancelled.cancel(false);
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> replyFifos().size() == 1);
        }
        assertThatThrownBy(() -> closed.get(60, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(ConnectionLost.class)
                .hasMessageEndingWith("the connection was closed");
        Awaitility.await().atMost(RawStream.LIMIT).until(() -> replyFifos().isEmpty());
    }

    @Test
    void aServerThatStopsUnderACall() throws Exception {
        try (Client client = Client.connect("fifo:" + server.fifo(), options())) {
            CompletableFuture<Value> call = client.callAsync("t.slow");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> replyFifos().size() == 1);
            server.chief().close();

            assertThatThrownBy(() -> call.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
            assertThatThrownBy(() -> client.call("version"))
                    .isInstanceOf(CannotConnect.class)
                    .hasMessageContaining("there is no FIFO at " + server.fifo());
        }
    }

    @Test
    void theServerMakesItsFifoAnewUnderACall() throws Exception {
        try (Client client = Client.connect("fifo:" + server.fifo(), options())) {
            for (int i = 0; i < 20; i++) {
                CompletableFuture<Value> call = client.callAsync("t.echo", "a" + i);
                server.chief().reopen();
                assertThat(call.get(60, TimeUnit.SECONDS)).isEqualTo(Value.of("a" + i));
            }
        }
    }

    @Test
    void whatIsNoDoor() throws Exception {
        Path file = Files.writeString(server.folder().resolve("file"), "");
        assertThatThrownBy(() -> Client.connect("fifo:" + file))
                .isInstanceOf(CannotConnect.class)
                .hasMessageStartingWith(file + " is a regular file, no FIFO");
        assertThatThrownBy(() -> Client.connect("fifo:"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the path of a FIFO is missing");
        assertThatThrownBy(() -> Client.connect(
                        "fifo:" + server.fifo(), options().withReplyDirectory(Path.of("/tmp/" + "x".repeat(110)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is too long: OpenSIPS takes 127 bytes");
        // bytes are counted, not letters
        assertThatThrownBy(() -> Client.connect(
                        "fifo:" + server.fifo(), options().withReplyDirectory(Path.of("/tmp/" + "\u00e9".repeat(60)))))
                .isInstanceOf(IllegalArgumentException.class);
        try (Client client = Client.connect(
                "fifo:" + server.fifo(),
                options().withReplyDirectory(server.folder().resolve("none")).withDeadline(Duration.ofSeconds(60)))) {
            assertThatThrownBy(() -> client.call("version"))
                    .isInstanceOf(CannotConnect.class)
                    .hasMessageContaining(
                            "cannot make a reply FIFO in " + server.folder().resolve("none") + "/: ");
        }
    }
}
