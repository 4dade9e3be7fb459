package org.wirechief.it.mijson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.wirechief.core.CommandSpec;
import org.wirechief.it.live.RawStream;

/// Commands of `mi_fifo` that wait: they hold up nobody, so many may wait, and the server's end
/// waits for them.
class MiFifoWaitingIT {
    private static final String WAITS = "{\"jsonrpc\":\"2.0\",\"method\":\"t.waits\",\"id\":1}";

    private final CountDownLatch going = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    private MiFifoServer start() throws IOException {
        return MiFifoServer.start(
                program -> program.command(
                                CommandSpec.named("t.waits").blocking().run((_, reply) -> {
                                    begun.incrementAndGet();
                                    awaitUninterruptibly(going);
                                    reply.add("waited");
                                    ended.incrementAndGet();
                                }))
                        .command(CommandSpec.named("t.quick").run((_, reply) -> reply.add(ended.get())))
                        .command(CommandSpec.named("t.late").blocking().run((_, _) -> {
                            sleep(500);
                            ended.incrementAndGet();
                        }))
                        .command(CommandSpec.named("t.holds").run((_, _) -> {
                            begun.incrementAndGet();
                            awaitUninterruptibly(going);
                        })),
                mi -> mi);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts commands", e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts commands", e);
        }
    }

    @Test
    void soManyMayWaitAndFurtherOnesAreTurnedAway() throws Exception {
        try (MiFifoServer server = start()) {
            FutureTask<String> first = server.reading("first");
            server.write(":first:" + WAITS);
            for (int i = 1; i < 64; i++) {
                server.write("::" + WAITS);
            }
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> begun.get() == 64);

            assertThat(server.ask("next", WAITS))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":503,\"message\":\"Too many commands wait\"},"
                            + "\"id\":1}");
            assertThat(server.ask("quick", "{\"jsonrpc\":\"2.0\",\"method\":\"pwd\",\"id\":2}"))
                    .contains("\"WD\"");
            assertThat(server.statistic("busy")).isEqualTo(1);

            going.countDown();
            assertThat(MiFifoServer.get(first)).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":\"waited\",\"id\":1}");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> ended.get() == 64);
            assertThat(server.ask("next", WAITS)).contains("\"waited\"");
        } finally {
            going.countDown();
        }
    }

    /// Also when the second would have its answer at once.
    @Test
    void requestsOfOneNameRunOneAfterTheOther() throws Exception {
        String quick = WAITS.replace("t.waits", "t.quick");
        String waited = "{\"jsonrpc\":\"2.0\",\"result\":\"waited\",\"id\":1}";
        String after = "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1}";
        try (MiFifoServer server = start()) {
            FutureTask<String> both = server.reading("r", waited.length() + after.length());
            server.write(":r:" + WAITS + ":r:" + quick);
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> begun.get() == 1);
            assertThat(server.ask("other", quick)).contains("\"result\":0");
            going.countDown();

            assertThat(MiFifoServer.get(both)).isEqualTo(waited + after);
        } finally {
            going.countDown();
        }
    }

    /// A request waits for its reader for at least 2 s, and others overtake it.
    @Test
    void aReaderMayComeTwoSecondsLate() throws Exception {
        String version = "{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1}";
        Duration wait = Duration.ofSeconds(3);
        try (MiFifoServer server = MiFifoServer.start(UnaryOperator.identity(), mi -> mi.openTimeout(wait))) {
            String expected = server.ask("first", version);
            Duration passed = wait;
            // a machine that is too busy comes too late itself
            for (int attempt = 0; attempt < 10 && passed.compareTo(wait) >= 0; attempt++) {
                String name = "late" + attempt;
                server.makeReply(name);
                long begin = System.nanoTime();
                server.write(":" + name + ":" + version);
                assertThat(server.ask("other" + attempt, version)).isEqualTo(expected);
                sleep(2100);
                FutureTask<String> reading = server.held(name, expected.length());
                passed = Duration.ofNanos(System.nanoTime() - begin);
                if (passed.compareTo(wait) < 0) {
                    assertThat(MiFifoServer.get(reading)).isEqualTo(expected);
                }
            }
            assertThat(passed).isBetween(Duration.ofMillis(2100), wait);
        }
    }

    /// The FIFO's thread is held until the server ends, so that it reads what waits only then.
    @Test
    void theEndWaitsForCommandsThatBeginWithIt() throws Exception {
        MiFifoServer server = start();
        try {
            server.write("::{\"jsonrpc\":\"2.0\",\"method\":\"t.holds\"}");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> begun.get() == 1);
            server.write("::{\"jsonrpc\":\"2.0\",\"method\":\"t.late\"}");
            Thread.ofPlatform().daemon().start(() -> {
                Awaitility.await().atMost(RawStream.LIMIT).until(() -> Files.notExists(server.fifo()));
                sleep(100);
                going.countDown();
            });
        } finally {
            server.close();
            going.countDown();
        }
        assertThat(ended).hasValue(1);
    }
}
