package org.wirechief.it.fifo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.RawFifo;
import org.wirechief.it.live.RawStream;

/// What bad clients of the FIFO do costs the good ones no reply.
class FifoRobustnessIT {
    private FifoServer server;
    private final List<ReplyPipe> pipes = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = FifoServer.start(false);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        for (ReplyPipe pipe : pipes) {
            pipe.close();
        }
    }

    @Test
    void aThousandRequestsThatNameReplyFifosNobodyReads() throws Exception {
        List<ReplyPipe> unread = pipes(100);
        for (int i = 0; i < 1000; i++) {
            write(":core.version:" + unread.get(i % 100).name() + "\n\n");
        }
        goodClients(20);

        awaitStatistic("reply_fifos_no_reader", 1000);
        awaitStatistic("reply_fifos_sent", 20);
    }

    @Test
    void aHundredReadersThatStopInMidReply() throws Exception {
        List<FutureTask<InputStream>> stopped = new ArrayList<>();
        for (ReplyPipe pipe : pipes(100)) {
            FutureTask<InputStream> opening = pipe.opening();
            write(":t.large:" + pipe.name() + "\n\n");
            InputStream reply = ReplyPipe.get(opening);
            assertThat(reply.readNBytes(7)).asString().isEqualTo("200 OK\n");
            stopped.add(opening);
        }
        goodClients(20);

        awaitStatistic("reply_fifos_parked", 100);
        awaitStatistic("reply_fifos_sent", 20);
        for (FutureTask<InputStream> reader : stopped) {
            ReplyPipe.get(reader).close();
        }
    }

    /// On the thread that reads all requests, for nobody is answered.
    @Test
    void whatFollowsAnAnswerMayFail() throws Exception {
        try (ReplyPipe reply = ReplyPipe.create()) {
            FutureTask<String> reading = reply.reading();
            write(":t.breaks:\n\n:core.prints:" + reply.name() + "\nstill here\n\n");

            assertThat(ReplyPipe.get(reading)).isEqualTo("200 OK\nstill here\n");
        }
        assertThat(server.statistic("fifo_handler_errors")).isEqualTo(1);
    }

    @Test
    void clientsKilledBetweenTwoHalves() throws Exception {
        long before = server.statistic("bytes_in");
        for (int i = 0; i < 20; i++) {
            String half = i % 2 == 0 ? ":core.echo:killed\nfirst par" : ":core.ec";
            write(half);
            long read = before + half.length();
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("bytes_in") == read);
            before = read + goodClient("one");
        }

        assertThat(server.statistic("abandoned_requests")).isEqualTo(20);
    }

    @Test
    void aRequestInManyPieces() throws Exception {
        try (ReplyPipe reply = ReplyPipe.create()) {
            FutureTask<String> reading = reply.reading();
            for (char sign : (":core.prints:" + reply.name() + "\none\ntwo\n\n").toCharArray()) {
                write(String.valueOf(sign));
            }

            assertThat(ReplyPipe.get(reading)).isEqualTo("200 OK\none\ntwo\n");
        }
    }

    @Test
    void garbageBetweenRequests() throws Exception {
        for (String garbage : List.of("\n\n\n", "what is this\n\n", ":\n\n", "::\r\n\r\n", ":x:../y\n\n", "\0\0\n\n")) {
            write(garbage);
            goodClient("after");
        }
        write("x".repeat(300_000) + "\n\n");
        goodClient("after");
        assertThat(server.statistic("fifo_too_long")).isEqualTo(1);
    }

    @Test
    void theFifoIsDeletedUnderLoad() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService clients =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            Future<?> deleting = clients.submit(() -> {
                while (!over.get()) {
                    Files.deleteIfExists(fifo());
                    Thread.sleep(20);
                }
                return true;
            });
            List<Future<Integer>> good = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                good.add(clients.submit(() -> {
                    for (int n = 0; n < 50; n++) {
                        goodClient("client " + n);
                    }
                    return 50;
                }));
            }
            for (Future<Integer> client : good) {
                assertThat(client.get(120, TimeUnit.SECONDS)).isEqualTo(50);
            }
            over.set(true);
            deleting.get(60, TimeUnit.SECONDS);
        }
        assertThat(server.statistic("fifo_recreated")).isPositive();
    }

    private void goodClients(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            goodClient("good " + i);
        }
    }

    /// Calls and gets its reply.
    ///
    /// @return the bytes it has written
    private int goodClient(String text) throws Exception {
        try (ReplyPipe reply = ReplyPipe.create()) {
            FutureTask<String> reading = reply.reading();
            String request = ":core.prints:" + reply.name() + "\n" + text + "\n\n";
            write(request);
            assertThat(ReplyPipe.get(reading)).isEqualTo("200 OK\n" + text + "\n");
            return request.length();
        }
    }

    private List<ReplyPipe> pipes(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            pipes.add(ReplyPipe.create());
        }
        return pipes;
    }

    private void awaitStatistic(String name, long value) {
        Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic(name) == value);
    }

    private void write(String text) throws IOException, InterruptedException {
        RawFifo.write(fifo(), FifoVectors.latin(text));
    }

    private Path fifo() {
        return server.folder().resolve("f");
    }
}
