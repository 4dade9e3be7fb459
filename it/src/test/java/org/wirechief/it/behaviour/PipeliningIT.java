package org.wirechief.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;

/// Requests sent without waiting are answered in their order, whatever each takes, and no answer
/// has anything of another in it.
class PipeliningIT {
    private final TestCommands commands = new TestCommands();

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void answersKeepTheOrder(String transport) throws IOException {
        try (LiveServer server = LiveServer.start(commands::addTo);
                RawStream stream = server.connect(transport)) {
            stream.send(mixed(1, 300));

            assertMixed(stream, 1, 300);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void manyConnectionsAtOnce(String transport) throws Exception {
        int connections = 60;
        try (LiveServer server = LiveServer.start(commands::addTo);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = 1000 * i + 1;
                Callable<Void> client = () -> {
                    try (RawStream stream = server.connect(transport)) {
                        for (int batch = 0; batch < 5; batch++) {
                            stream.send(mixed(first + 50 * batch, 50));
                            assertMixed(stream, first + 50 * batch, 50);
                        }
                        return null;
                    }
                };
                all.add(clients.submit(client));
            }
            for (Future<?> client : all) {
                client.get();
            }
        }
    }

    /// While one connection waits for a command, others are served, and its own next request is not
    /// begun.
    @Test
    void oneCommandWaitsAndNobodyElse() throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.start(commands::addTo);
                RawStream waiting = server.connect("unixs");
                RawStream other = server.connect("unixs")) {
            waiting.send(Packet.request(1, "t.wait", 1));
            waiting.send(Packet.request(2, "t.wait", 2));
            commands.begun.acquire();

            for (int i = 0; i < 100; i++) {
                other.send(Packet.request(7, "t.now", i));
                assertThat(other.receivePacket()).isEqualTo(Packet.reply(7, i));
            }
            assertThat(waiting.now()).isEqualTo(RawStream.Now.SILENT);
            assertThat(commands.begun.availablePermits()).isZero();

            commands.goOn.countDown();
            assertThat(waiting.receivePacket()).isEqualTo(Packet.reply(1, 1));
            assertThat(waiting.receivePacket()).isEqualTo(Packet.reply(2, 2));
        }
    }

    /// A client that leaves while its command runs leaves nothing behind.
    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void aCallerThatLeaves(String transport) throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.start(commands::addTo)) {
            try (RawStream leaving = server.connect(transport)) {
                leaving.send(Packet.request(1, "t.wait", 1));
                leaving.send(Packet.request(2, "t.now", 2));
                commands.begun.acquire();
            }
            commands.goOn.countDown();

            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("ctl", "closed") == 1);
        }
    }

    /// Whatever a command throws is its answer, and nobody else's matter.
    @ParameterizedTest
    @ValueSource(strings = {"t.error", "t.later-error"})
    void anErrorStaysWithItsConnection(String command) throws IOException {
        try (LiveServer server = LiveServer.start(commands::addTo);
                RawStream broken = server.connect("unixs");
                RawStream other = server.connect("unixs")) {
            broken.send(Packet.request(1, "t.now", 1));
            assertThat(broken.receivePacket()).isEqualTo(Packet.reply(1, 1));

            broken.send(Packet.request(2, command));
            assertThat(broken.receivePacket()).isEqualTo(Packet.fault(2, 500, "Internal Server Error"));

            other.send(Packet.request(3, "t.now", 3));
            assertThat(other.receivePacket()).isEqualTo(Packet.reply(3, 3));
        }
    }

    /// Of every five requests one is inline, one blocking, one unknown, one big and one wrong.
    private static byte[] mixed(int first, int count) {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (int i = first; i < first + count; i++) {
            requests.writeBytes(
                    switch (i % 5) {
                        case 0 -> Packet.request(i, "t.later", i);
                        case 1 -> Packet.request(i, "t.now", i);
                        case 2 -> Packet.request(i, "t.big", i, 3000);
                        case 3 -> Packet.request(i, "no.such");
                        default -> Packet.request(i, "t.now", "text");
                    });
        }
        return requests.toByteArray();
    }

    private static void assertMixed(RawStream stream, int first, int count) throws IOException {
        for (int i = first; i < first + count; i++) {
            byte[] expected = switch (i % 5) {
                case 0, 1 -> Packet.reply(i, i);
                case 2 -> Packet.reply(i, i, "x".repeat(3000));
                case 3 -> Packet.fault(i, 500, "command no.such not found");
                default ->
                    Packet.fault(i, 400, "error at parameter 0: expected integer type but record doesn't match type");
            };
            assertThat(Packet.hex(stream.receiveAsLongAs(expected))).isEqualTo(Packet.hex(expected));
        }
    }
}
