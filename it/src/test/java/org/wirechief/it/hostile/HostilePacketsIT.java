package org.wirechief.it.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.client.Client;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.standin.StandIns;

/// Bytes that no good client sends cost nobody else anything: no thread, no memory, no connection,
/// no answer.
class HostilePacketsIT {
    private static final int CLIENTS = 4;
    private static final int EACH = 5_000;
    private static final int BATCH = 500;
    private static final long ROOM = 32 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void twentyThousandOnTheWire(String transport) throws Exception {
        StandIns world = new StandIns();
        world.htables.create("a", 16, 0);
        try (LiveServer server = LiveServer.start(world::addTo)) {
            List<HostileClient> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(seed -> new HostileClient(server, transport, seed))
                    .toList();
            List<String> threads = serviceThreads(server);
            for (HostileClient client : clients) {
                client.send(BATCH, BATCH);
            }
            long heap = heapInUse();
            int platformThreads = Thread.getAllStackTraces().size();

            sendAtOnce(clients);

            assertThat(serviceThreads(server)).isEqualTo(threads);
            assertThat(Thread.getAllStackTraces().size()).isLessThanOrEqualTo(platformThreads + 8);
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> heapInUse() < heap + ROOM);
            assertCountersAgree(server, clients);
        }
    }

    private static void sendAtOnce(List<HostileClient> clients) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (HostileClient client : clients) {
                running.add(threads.submit(() -> {
                    client.send(EACH - BATCH, BATCH);
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
    }

    /// Whoever is gone is gone, and every packet that came back was counted once.
    private static void assertCountersAgree(LiveServer server, List<HostileClient> clients) throws IOException {
        Awaitility.await()
                .atMost(RawStream.LIMIT)
                .untilAsserted(() -> assertThat(count(server, "closed")).isEqualTo(count(server, "accepted")));
        long came = clients.stream().mapToLong(HostileClient::answers).sum();
        long listings = 2;
        assertThat(count(server, "replies") + count(server, "errors") + count(server, "protocol_errors"))
                .isEqualTo(came + listings);
        assertThat(count(server, "requests"))
                .isBetween(
                        count(server, "replies") + count(server, "errors"),
                        count(server, "replies") + count(server, "errors") + count(server, "protocol_errors"));
        assertThat(count(server, "protocol_errors")).isPositive();
        assertThat(count(server, "handler_errors")).isZero();
        assertThat(count(server, "write_errors")).isZero();
        try (Client client = Client.connect(server.address("unixs"))) {
            assertThat(client.call("ctl.connections").asLong()).isOne();
        }
    }

    /// A packet that says how long it will be is not believed before it is there.
    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void announcedLengthsTakeNoMemory(String transport) throws IOException {
        byte[] announcement = HexFormat.of().parseHex("a10c" + "0fffffff" + "07" + "910a" + "00".repeat(1000));
        List<RawStream> open = new ArrayList<>();
        try (LiveServer server = LiveServer.start(builder -> builder);
                RawStream good = server.connect(transport)) {
            good.send(Packet.request(1, "core.echo", "good"));
            good.receivePacket();
            long heap = heapInUse();
            for (int i = 0; i < 100; i++) {
                open.add(server.connect(transport));
                open.getLast().send(announcement);
            }
            good.send(Packet.request(2, "core.echo", "still good"));
            assertThat(good.receivePacket()).isEqualTo(Packet.reply(2, "still good"));
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> heapInUse() < heap + ROOM);
        } finally {
            open.forEach(RawStream::close);
        }
    }

    private static List<String> serviceThreads(LiveServer server) throws IOException {
        try (Client client = Client.connect(server.address("unixs"))) {
            return client.callForAll("core.ps").stream()
                    .map(value -> value.asText())
                    .toList();
        }
    }

    private static long count(LiveServer server, String name) {
        return server.statistic("ctl", name);
    }

    private static long heapInUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
