package org.wirechief.it.mijson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.it.live.RawStream;

/// Clients of `mi_fifo`, good and bad: what the bad ones do costs the good ones no reply.
class MiFifoClientsIT {
    private static final String VERSION = "{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":%d}";
    private static final String LARGE = "{\"jsonrpc\":\"2.0\",\"method\":\"t.large\",\"id\":1}";

    private static final int MOST_STOPPED = 1000;

    private final AtomicInteger stops = new AtomicInteger();
    private final AtomicInteger halves = new AtomicInteger();
    private MiFifoServer server;

    @BeforeEach
    void start() throws IOException {
        server = MiFifoServer.start(
                program -> program.command(
                                CommandSpec.named("t.large").run((_, reply) -> reply.add("x".repeat(1_000_000))))
                        .command(CommandSpec.named("t.breaks").run((_, _) -> {
                            throw new IllegalStateException("broken on purpose");
                        }))
                        .command(CommandSpec.named("t.waits").blocking().run((_, reply) -> reply.add("waited"))),
                mi -> mi.requestTimeout(Duration.ofMinutes(10)));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void goodClients(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            goodClient("good" + i, i);
        }
    }

    private void goodClient(String name, int id) throws Exception {
        assertThat(server.ask(name, VERSION.formatted(id))).isEqualTo(version(id));
    }

    private static String version(int id) {
        return "{\"jsonrpc\":\"2.0\",\"result\":{\"Server\":\"" + OpenSips.VERSION + "\"},\"id\":" + id + "}";
    }

    @Test
    void whatTheServerSaysOfItself() throws Exception {
        assertThat(server.ask("a", "{\"jsonrpc\":\"2.0\",\"method\":\"t.breaks\",\"id\":1}"))
                .isEqualTo("failed to build response");
        assertThat(server.ask("a", "{\"jsonrpc\":\"2.0\",\"method\":\"t.waits\",\"id\":1}"))
                .contains("\"waited\"");
        server.write(":a:{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1}");
        goodClient("a", 2);
        assertThat(server.statistic("stray")).isEqualTo(1);
        assertThat(server.chief().statistics().value("server", "broken_commands"))
                .isEqualTo(1);
        assertThat(server.chief().doors().getLast().address()).isEqualTo("fifo:" + server.fifo());
    }

    /// Each answer may come by itself, so whoever waits for all reads on at an end.
    @Test
    void severalForOneReaderInOrder() throws Exception {
        StringBuilder requests = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            requests.append(":r:").append(VERSION.formatted(i));
            expected.append(version(i));
        }
        FutureTask<String> reading = server.reading("r", expected.length());

        server.write(requests.toString());

        assertThat(MiFifoServer.get(reading)).isEqualTo(expected.toString());
        goodClient("r", 120);
    }

    /// More than a pipe takes without mixing it with others (`req_len_6000`).
    @ParameterizedTest
    @ValueSource(ints = {6000, 2500, 100})
    void aRequestOf6000BytesInPiecesOf(int length) throws Exception {
        String frame = ":r:{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1,\"x\":\"\"}";
        String request = frame.replace("\"\"}", "\"" + "b".repeat(6000 - frame.length()) + "\"}");
        FutureTask<String> reading = server.reading("r");

        for (int at = 0; at < 6000; at += length) {
            int end = Math.min(6000, at + length);
            server.write(request.substring(at, end));
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("bytes_in") == end);
        }

        assertThat(MiFifoServer.get(reading)).isEqualTo(version(1));
    }

    @Test
    void aThousandRequestsThatNameReplyFifosNobodyReads() throws Exception {
        for (int i = 0; i < 100; i++) {
            server.makeReply("unread" + i);
        }
        for (int i = 0; i < 1000; i++) {
            server.write(":unread" + i % 100 + ":" + VERSION.formatted(i));
            if (i % 50 == 0) {
                goodClient("good", i);
            }
        }

        Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("reply_fifos_no_reader") == 1000);
        assertThat(server.statistic("requests")).isEqualTo(20);
    }

    /// The request is not run before, and others overtake it.
    @Test
    void aReaderThatComesTwoSecondsLate() throws Exception {
        server.makeReply("late");
        server.write(":late:" + VERSION.formatted(7));
        goodClients(3);
        Thread.sleep(2000);

        assertThat(server.statistic("requests")).isEqualTo(3);
        assertThat(MiFifoServer.get(server.reading("late"))).isEqualTo(version(7));
    }

    @Test
    void aHundredReadersThatStopInMidReply() throws Exception {
        List<InputStream> stopped = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Path path = server.makeReply("stops" + i);
            FutureTask<InputStream> opening = new FutureTask<>(() -> Files.newInputStream(path));
            Thread.ofPlatform().daemon().start(opening);
            server.write(":stops" + i + ":" + LARGE);
            InputStream reply = MiFifoServer.get(opening);
            assertThat(reply.readNBytes(7)).asString(ISO_8859_1).isEqualTo("{\"jsonr");
            stopped.add(reply);
        }
        goodClients(20);

        for (InputStream reply : stopped) {
            reply.close();
        }
        goodClient("last", 1);
    }

    @Test
    void tooLongARequestDelaysNobody() throws Exception {
        for (int i = 0; i < 5; i++) {
            server.write(":long:{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"params\":[\"" + "x".repeat(300_000)
                    + "\"],\"id\":1}\n");
            goodClient("after", i);
        }
        // the string never ends, so what is in it is found when it has become too long
        FutureTask<String> inside = server.reading("inside");
        server.write(":long:[\"" + "x".repeat(70_000) + " :inside:[]");
        assertThat(MiFifoServer.get(inside)).contains("-32600");
    }

    @Test
    void aClientKilledBetweenTwoHalves() throws Exception {
        for (int i = 0; i < 20; i++) {
            String half = ":killed" + i + ":{\"jsonrpc\":\"2.0\",\"meth";
            long before = server.statistic("bytes_in");
            server.write(half);
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .until(() -> server.statistic("bytes_in") == before + half.length());
            goodClient("good", i);
        }
        assertThat(server.statistic("abandoned")).isEqualTo(20);
    }

    private void delete() throws Exception {
        Files.deleteIfExists(server.fifo());
        Thread.sleep(20);
    }

    @Test
    void theFifoIsDeletedUnderLoad() throws Exception {
        underLoad(List.of(this::delete));

        assertThat(server.statistic("fifo_recreated")).isPositive();
    }

    private void halves() throws Exception {
        server.write(":killed:{\"jsonrpc\":\"2.0\",\"meth");
        halves.incrementAndGet();
        Thread.sleep(5);
    }

    private void unread() throws Exception {
        server.write(":unread:" + VERSION.formatted(1));
        Thread.sleep(2);
    }

    /// Each has a FIFO of its own: what one leaves in it the next would read.
    private void stopped() throws Exception {
        int number = stops.getAndIncrement();
        if (number >= MOST_STOPPED) {
            Thread.sleep(20);
            return;
        }
        String name = "stops" + number;
        Path path = server.makeReply(name);
        FutureTask<InputStream> opening = new FutureTask<>(() -> Files.newInputStream(path));
        Thread.ofPlatform().daemon().start(opening);
        server.write(":" + name + ":" + LARGE);
        try (InputStream reply = MiFifoServer.get(opening)) {
            assertThat(reply.readNBytes(7)).asString(ISO_8859_1).isEqualTo("{\"jsonr");
            Thread.sleep(20);
        }
    }

    @Test
    void allOfItAtOnce() throws Exception {
        server.makeReply("unread");
        server.makeReplies(
                IntStream.range(0, MOST_STOPPED).mapToObj(i -> "stops" + i).toList());

        underLoad(List.of(this::delete, this::halves, this::unread, this::stopped));

        server.chief().close();
        assertThat(server.statistic("abandoned") + server.statistic("fifo_incomplete"))
                .isEqualTo(halves.get())
                .isPositive();
    }

    /// What somebody does over and over.
    private interface Nuisance {
        void once() throws Exception;
    }

    /// Eight clients call meanwhile, and each gets every reply.
    private void underLoad(List<Nuisance> nuisances) throws Exception {
        server.makeReplies(IntStream.range(0, 8).mapToObj(i -> "client" + i).toList());
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService clients =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            List<Future<Boolean>> bad = new ArrayList<>();
            for (Nuisance nuisance : nuisances) {
                bad.add(clients.submit(() -> {
                    while (!over.get()) {
                        nuisance.once();
                    }
                    return true;
                }));
            }
            List<Future<Boolean>> good = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "client" + i;
                good.add(clients.submit(() -> {
                    for (int n = 0; n < 25; n++) {
                        goodClient(name, n);
                    }
                    return true;
                }));
            }
            try {
                for (Future<Boolean> client : good) {
                    assertThat(client.get(120, TimeUnit.SECONDS)).isTrue();
                }
            } finally {
                over.set(true);
            }
            for (Future<Boolean> nuisance : bad) {
                assertThat(nuisance.get(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void reopeningMakesTheFifoAnew() throws Exception {
        Files.delete(server.fifo());
        server.chief().reopen();

        goodClient("after", 1);
    }
}
