package org.wirechief.it.fifo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirechief.client.BrokenReply;
import org.wirechief.client.CallTimedOut;
import org.wirechief.client.CannotConnect;
import org.wirechief.client.Client;
import org.wirechief.client.ConnectOptions;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Value;

/// Our client over a FIFO.
class ClientOverFifoIT {
    private FifoServer server;

    @BeforeEach
    void start() throws IOException {
        server = FifoServer.start(false);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Client connect(ConnectOptions options) throws IOException {
        return Client.connect("ctlfifo:" + server.folder().resolve("f"), options);
    }

    @Test
    void callsAndGetsLines() throws Exception {
        try (Client client = connect(ConnectOptions.DEFAULTS)) {
            assertThat(client.callForAll("core.prints", "a\nb", "c:d,e\\", -5))
                    .containsExactly(Value.of("a\nb"), Value.of("c:d,e\\"), Value.of("-5"));
            assertThat(client.call("core.printi", 0x7FFF_FFFF_FFFFL).asLong()).isEqualTo(0x7FFF_FFFF_FFFFL);
            assertThat(client.call("t.large").asText()).hasSize(1_000_000);
        }
    }

    @Test
    void manyAtOnce() throws Exception {
        try (Client client = connect(ConnectOptions.DEFAULTS)) {
            List<CompletableFuture<Value>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(client.callAsync("core.prints", "call " + i));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(calls.get(i).get(60, TimeUnit.SECONDS).asText()).isEqualTo("call " + i);
            }
        }
    }

    @Test
    void faultsAndWhatCannotBeSaid() throws Exception {
        try (Client client = connect(ConnectOptions.DEFAULTS)) {
            assertThatThrownBy(() -> client.call("no.such"))
                    .isInstanceOfSatisfying(
                            RemoteFault.class, fault -> assertThat(fault.code()).isEqualTo(500))
                    .hasMessageContaining("Command 'no.such' not found");
            assertThatThrownBy(() -> client.call("core.prints", ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("argument 1 is empty");
        }
        assertThatThrownBy(() -> Client.connect("ctlfifo:"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the path of a FIFO is missing");
    }

    @Test
    void anAnswerBeyondTheBoundEndsItsCall() throws Exception {
        try (Client client =
                connect(ConnectOptions.DEFAULTS.withLongestReply(1000).withInFlight(1))) {
            assertThatThrownBy(() -> client.call("t.large")).isInstanceOf(BrokenReply.class);
            assertThat(client.call("core.prints", "on it goes").asText()).isEqualTo("on it goes");
        }
    }

    @Test
    void whereNobodyIs() throws Exception {
        try (Client client = connect(ConnectOptions.DEFAULTS)) {
            server.live().chief().close();
            assertThatThrownBy(() -> client.call("core.version"))
                    .isInstanceOf(CannotConnect.class)
                    .hasMessageContaining(
                            "there is no FIFO at " + server.folder().resolve("f"));
        }
    }

    @Test
    void aServerThatKeepsItsCallerWaiting() throws Exception {
        try (Client client = connect(ConnectOptions.DEFAULTS.withDeadline(Duration.ofMillis(200)))) {
            assertThatThrownBy(() -> client.call("t.slow"))
                    .isInstanceOf(CallTimedOut.class)
                    .hasMessageContaining("the server has opened the reply FIFO and not written to it");
        }
    }
}
