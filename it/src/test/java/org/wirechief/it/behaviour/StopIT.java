package org.wirechief.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.server.ServerParameters;
import org.wirechief.server.WirechiefBuilder;

/// How a server ends: by `core.kill`, where it has that, and by `stop`.
class StopIT {
    private final TestCommands commands = new TestCommands();

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void killAnswersAndStopsItsOwnServerOnly(String transport) throws Exception {
        try (LiveServer killed = LiveServer.start(WirechiefBuilder::killable);
                LiveServer other = LiveServer.start(WirechiefBuilder::killable);
                RawStream killer = killed.connect(transport);
                RawStream witness = other.connect(transport)) {
            String address = killed.address(transport);
            killer.send(Packet.request(1, "core.kill"));

            assertThat(killer.receivePacket()).isEqualTo(Packet.reply(1));
            assertThat(killer.receiveAll()).isEmpty();
            killed.chief().join();
            assertThat(killed.folder().names()).isEmpty();
            assertThatThrownBy(() -> RawStream.to(address)).isInstanceOf(IOException.class);

            witness.send(Packet.request(2, "core.echo", "alive"));
            assertThat(witness.receivePacket()).isEqualTo(Packet.reply(2, "alive"));
        }
    }

    @Test
    void answersBeforeKillArriveToo() throws Exception {
        try (LiveServer server = LiveServer.start(WirechiefBuilder::killable);
                RawStream stream = server.connect("unixs")) {
            stream.send(Packet.request(1, "core.echo", "x".repeat(30_000)));
            stream.send(Packet.request(2, "core.kill", 15));

            assertThat(stream.receivePacket()).isEqualTo(Packet.reply(1, "x".repeat(30_000)));
            assertThat(stream.receivePacket()).isEqualTo(Packet.reply(2));
            server.chief().join();
        }
    }

    @Test
    void anEmbeddedServerHasNoKill() throws IOException {
        try (LiveServer server = LiveServer.start(builder -> builder);
                RawStream stream = server.connect("unixs")) {
            stream.send(Packet.request(1, "core.kill"));

            assertThat(stream.receivePacket()).isEqualTo(Packet.fault(1, 500, "command core.kill not found"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void stopLetsRunningCallsFinish(String transport) throws Exception {
        try (LiveServer server = LiveServer.start(builder -> patient(commands.addTo(builder)));
                RawStream waiting = server.connect(transport);
                RawStream idle = server.connect(transport)) {
            String address = server.address(transport);
            waiting.send(Packet.request(1, "t.wait", 1));
            commands.begun.acquire();

            server.chief().stop();
            assertThat(idle.receiveAll()).isEmpty();
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .untilAsserted(
                            () -> assertThatThrownBy(() -> RawStream.to(address).close())
                                    .isInstanceOf(IOException.class));
            commands.goOn.countDown();

            assertThat(waiting.receivePacket()).isEqualTo(Packet.reply(1, 1));
            assertThat(waiting.receiveAll()).isEmpty();
            server.chief().join();
            assertThat(server.folder().names()).isEmpty();
        }
    }

    /// Whoever reads datagrams has more of them in hand than the one that is run; what they ask may
    /// take its time elsewhere.
    @ParameterizedTest
    @ValueSource(strings = {"unixd", "udp"})
    void stopAnswersEveryDatagramThatWasTaken(String transport) throws Exception {
        Semaphore begun = new Semaphore(0);
        Semaphore goOn = new Semaphore(0);
        CommandSpec hold = CommandSpec.named("t.hold").run((_, reply) -> {
            begun.release();
            goOn.acquire();
            reply.add("held");
        });
        CommandSpec slow = CommandSpec.named("t.slow").blocking().run((_, reply) -> {
            Thread.sleep(500);
            reply.add("slow");
        });
        try (LiveServer server = LiveServer.onEveryCarrier(
                        builder -> patient(builder.commands(List.of(hold, slow))), ctl -> ctl);
                RawDatagrams client = RawDatagrams.to(server.address(transport))) {
            client.send(Packet.request(1, "t.hold"));
            begun.acquire();
            client.send(Packet.request(2, "t.hold"));
            client.send(Packet.request(3, "t.slow"));
            goOn.release();
            assertThat(client.receive()).isEqualTo(Packet.reply(1, "held"));
            begun.acquire();

            server.chief().stop();
            Thread.sleep(200); // for whoever did not wait for what was taken
            goOn.release();

            assertThat(client.receive()).isEqualTo(Packet.reply(2, "held"));
            assertThat(client.receive()).isEqualTo(Packet.reply(3, "slow"));
            server.chief().join();
        }
    }

    /// What a slow reader was answered before the stop arrives whole, though the server has not
    /// read all it was asked.
    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void stopCutsNoAnswerInTwo(String transport) throws Exception {
        try (LiveServer server = LiveServer.start(
                        builder -> patient(commands.addTo(builder)), ctl -> ctl.sendQueueMax(200_000));
                RawStream slow = server.connect(transport)) {
            ByteArrayOutputStream requests = new ByteArrayOutputStream();
            for (int i = 1; i <= 1000; i++) {
                requests.writeBytes(Packet.request(i, "t.big", i, 20_000, "x".repeat(100)));
            }
            slow.send(requests.toByteArray());
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("ctl", "parked") > 0);

            server.chief().stop();

            byte[] came = slow.receiveAll();
            int at = 0;
            for (int i = 1; at < came.length; i++) {
                byte[] answer = Packet.reply(i, i, "x".repeat(20_000));
                assertThat(Arrays.equals(came, at, Math.min(came.length, at + answer.length), answer, 0, answer.length))
                        .as("answer %d is whole, of %d bytes in all", i, came.length)
                        .isTrue();
                at += answer.length;
            }
            assertThat(came.length).isGreaterThan(200_000);
        }
    }

    @Test
    void stopDoesNotWaitForEver() throws Exception {
        try (LiveServer server = LiveServer.start(builder -> commands.addTo(builder)
                        .parameters(ServerParameters.INITIAL.withShutdownTimeout(Duration.ofMillis(100))));
                RawStream waiting = server.connect("unixs")) {
            waiting.send(Packet.request(1, "t.wait", 1));
            commands.begun.acquire();

            server.chief().close();

            assertThat(waiting.receiveAll()).isEmpty();
            assertThat(server.folder().names()).isEmpty();
            commands.goOn.countDown();
        }
    }

    private static WirechiefBuilder patient(WirechiefBuilder server) {
        return server.parameters(ServerParameters.INITIAL.withShutdownTimeout(RawStream.LIMIT));
    }
}
