package org.wirechief.it.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.wirechief.core.CommandSpec;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;

/// No request waits for a collector. While it takes nothing the one thread that answers a stream
/// of requests, and tells of each, neither waits for anything nor is kept out of anything, as the
/// JVM counts; whether copies find room or not.
class NobodyWaitsIT {
    private static final int AT_ONCE = 1000;
    private static final int ROUNDS = 20;

    /// So much that the copies of all rounds have room, and so little that they have not.
    private static final int ROOMY = 64 * 1024;

    private static final int NARROW = 64;

    private final Set<Thread> answering = ConcurrentHashMap.newKeySet();

    private TracedServer server(Hep hep) throws Exception {
        return TracedServer.start(
                builder -> builder.command(CommandSpec.named("demo.here").run((_, reply) -> {
                    answering.add(Thread.currentThread());
                    reply.add("here");
                })),
                folder -> List.of(
                        hep, Ctl.listening("unixs:" + folder.resolve("ctl")).traceDestination("hd")));
    }

    /// What the system has counted of a thread.
    private record Waits(long waited, long blocked) {
        static Waits of(Thread thread) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            ThreadInfo info = threads.getThreadInfo(thread.threadId());
            return new Waits(info.getWaitedCount(), info.getBlockedCount());
        }
    }

    private static void ask(RawStream client, int times) throws Exception {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            requests.writeBytes(Packet.request(i, "demo.here"));
            answers.writeBytes(Packet.reply(i, "here"));
        }
        client.send(requests.toByteArray());
        assertThat(client.receive(answers.size())).isEqualTo(answers.toByteArray());
    }

    private void assertNobodyWaits(TracedServer server) throws Exception {
        try (RawStream client = RawStream.to(server.ctl("unixs"))) {
            ask(client, AT_ONCE);
            assertThat(answering).hasSize(1);
            Waits before = Waits.of(answering.iterator().next());
            long traced = server.hep("traced");
            long sent = server.hep("sent");

            for (int round = 0; round < ROUNDS; round++) {
                ask(client, AT_ONCE);
            }

            assertThat(answering).hasSize(1);
            assertThat(Waits.of(answering.iterator().next())).isEqualTo(before);
            assertThat(server.hep("sent")).isEqualTo(sent);
            assertThat(server.hep("traced")).isEqualTo(traced + 2L * AT_ONCE * ROUNDS);
            assertThat(server.hep("sent") + server.hep("waiting") + server.hep("dropped"))
                    .isEqualTo(server.hep("traced"));
        }
    }

    @Test
    void down() throws Exception {
        int port = FreePort.tcp();
        try (TracedServer server = server(Hep.to("[hd]127.0.0.1:" + port).buffer(ROOMY))) {
            try (RawStream client = RawStream.to(server.ctl("unixs"))) {
                ask(client, 1);
            }
            // it has a copy in hand now, which it does not get rid of
            await().atMost(RawStream.LIMIT).until(() -> server.hep("errors") > 0);

            assertNobodyWaits(server);

            assertThat(server.hep("dropped")).isZero();
        }
    }

    @Test
    void downAndFull() throws Exception {
        int port = FreePort.tcp();
        try (TracedServer server = server(Hep.to("[hd]127.0.0.1:" + port).buffer(NARROW))) {
            assertNobodyWaits(server);

            assertThat(server.hep("dropped_full")).isGreaterThan(2L * AT_ONCE * ROUNDS - AT_ONCE);
        }
    }

    /// Nobody even accepts: the system takes the connection and some bytes.
    @Test
    void silent() throws Exception {
        try (ServerSocket deaf = new ServerSocket()) {
            deaf.setReceiveBufferSize(4096);
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            try (TracedServer server =
                    server(Hep.to("[hd]127.0.0.1:" + deaf.getLocalPort()).buffer(ROOMY))) {
                untilItStandsStill(server);
                assertNobodyWaits(server);
            }
        }
    }

    /// It stands still behind its first packet.
    @Test
    void slow() throws Exception {
        Semaphore allowed = new Semaphore(1);
        try (TraceCollector collector = TraceCollector.tcp(0, allowed::acquireUninterruptibly);
                TracedServer server = server(Hep.to(collector.hepId()).buffer(ROOMY))) {
            try {
                untilItStandsStill(server);
                assertNobodyWaits(server);
            } finally {
                collector.pace(() -> {});
                allowed.release();
            }
            await().atMost(RawStream.LIMIT).until(() -> server.hep("waiting") == 0);
            assertThat(server.hep("sent") + server.hep("dropped")).isEqualTo(server.hep("traced"));
            await().atMost(RawStream.LIMIT).until(() -> collector.received() == server.hep("sent"));
        }
    }

    /// Until the system takes no more for the collector: something waits, and goes on waiting.
    private static void untilItStandsStill(TracedServer server) throws Exception {
        try (RawStream client = RawStream.to(server.ctl("unixs"))) {
            long end = System.nanoTime() + RawStream.LIMIT.toNanos();
            long sent;
            do {
                assertThat(System.nanoTime()).as("the system takes on and on").isLessThan(end);
                for (int round = 0; round < ROUNDS / 2; round++) {
                    ask(client, AT_ONCE);
                }
                sent = server.hep("sent");
                Thread.sleep(Duration.ofMillis(500));
            } while (server.hep("waiting") == 0 || server.hep("sent") != sent);
        }
    }
}
