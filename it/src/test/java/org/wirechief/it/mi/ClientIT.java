package org.wirechief.it.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.core.ParamType.TEXT;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.client.CallTimedOut;
import org.wirechief.client.CannotConnect;
import org.wirechief.client.Client;
import org.wirechief.client.ConnectOptions;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Args;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Reply;
import org.wirechief.core.Value;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.live.Doors;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.server.Wirechief;

/// Our client calls our `mi_datagram` in text, over UDP and over a Unix socket.
class ClientIT {
    private final CountDownLatch goOn = new CountDownLatch(1);
    private TempFolder folder;
    private Wirechief udp;
    private Wirechief unix;

    @BeforeEach
    void start() throws IOException {
        folder = TempFolder.create();
        udp = serve(MiDatagram.udp("127.0.0.1", 0));
        unix = serve(MiDatagram.listening(folder.resolve("mi").toString()));
    }

    private Wirechief serve(MiDatagram door) throws IOException {
        return Wirechief.builder()
                .command(CommandSpec.named("t.count")
                        .repeated("value", TEXT)
                        .run((call, reply) -> lengths(call.args(), reply)))
                .command(CommandSpec.named("t.wait").blocking().run((_, reply) -> {
                    boolean told = goOn.await(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
                    reply.line("late " + told);
                }))
                .endpoint(door)
                .start();
    }

    private static void lengths(Args args, Reply reply) {
        while (args.hasNext()) {
            String text = args.text();
            reply.struct(all -> all.put("bytes", text.length()));
        }
    }

    @AfterEach
    void stop() throws IOException {
        goOn.countDown();
        udp.close();
        unix.close();
        folder.close();
    }

    private String address(String carrier) {
        Wirechief server = carrier.equals("udp") ? udp : unix;
        return Doors.address(server, "mi:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "unix"})
    void answersComeAsValues(String carrier) throws IOException {
        try (Client client = Client.connect(address(carrier))) {
            assertThat(client.callForAll("which")).contains(Value.of("get_statistics"), Value.of("uptime"));
            assertThat(client.call("get_statistics", "core:", "net:")
                            .at("core:rcv_requests")
                            .asLong())
                    .isGreaterThanOrEqualTo(0);
            assertThat(client.call("ps").at("Process").at("ID").asLong()).isZero();
            assertThat(client.call("cache_store", "local", "k", "two\n\"lines\""))
                    .isEqualTo(new Value.Nil());
            assertThat(client.call("t.count", "a::b", "two\n\"lines\"").at(1).asLong())
                    .isEqualTo(11);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "unix"})
    void failuresAreFaults(String carrier) throws IOException {
        try (Client client = Client.connect(address(carrier))) {
            assertThatThrownBy(() -> client.call("nope"))
                    .isInstanceOf(RemoteFault.class)
                    .hasMessageEndingWith(": nope: 500 command not available");
            assertThatThrownBy(() -> client.call("get_statistics"))
                    .hasMessageEndingWith(": 400 Too few or too many arguments");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "unix"})
    void aLateAnswerIsNotTakenForTheNextOnes(String carrier) throws IOException {
        try (Client client = Client.connect(address(carrier))) {
            Client hurried = client.within(Duration.ofMillis(300));
            assertThatThrownBy(() -> hurried.call("t.wait")).isInstanceOf(CallTimedOut.class);
            goOn.countDown();
            for (int i = 0; i < 20; i++) {
                assertThat(client.call("t.count", "x".repeat(i + 1)).at("bytes").asLong())
                        .isEqualTo(i + 1);
            }
        }
    }

    @Test
    void nothingIsLeftInAnyFolder() throws IOException {
        try (Client client =
                Client.connect(address("unix"), ConnectOptions.DEFAULTS.withReplyDirectory(folder.path()))) {
            assertThat(client.call("pwd").at("WD").asText()).isNotEmpty();
            // The call is over before its socket is closed.
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .untilAsserted(() -> assertThat(folder.names()).containsExactly("mi"));
        }
    }

    @Test
    void aServerThatHasStoppedIsNoticed() throws IOException {
        try (Client client = Client.connect(address("unix"))) {
            unix.close();

            assertThatThrownBy(() -> client.call("pwd")).isInstanceOf(CannotConnect.class);
        }
    }
}
