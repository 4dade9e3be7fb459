package org.wirechief.it.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.mijson.OpenSips;

/// Callers that are traced are answered, all of them, whatever becomes of the collector; and what
/// was traced was sent or dropped. They wait for nothing a collector does: they get all their
/// answers while it takes nothing.
class CollectorLoadIT {
    private static final int CALLERS = 3;
    private static final int CALLS = 400;

    private final AtomicLong traced = new AtomicLong();

    private static TracedServer server(Hep hep) throws Exception {
        return TracedServer.start(
                OpenSips::addTo,
                folder -> List.of(
                        hep,
                        MiDatagram.udp("127.0.0.1", 0).traceDestination("hd"),
                        Ctl.listening("unixs:" + folder.resolve("ctl")).traceDestination("hd"),
                        TracedServer.fifo(folder).traceDestination("hd")));
    }

    /// Asks over three doors at once and requires the right answer to every question. Each is two
    /// packets.
    private void load(TracedServer server) throws Exception {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.add(together.submit(() -> datagrams(server)));
                callers.add(together.submit(() -> streams(server)));
            }
            callers.add(together.submit(() -> fifo(server)));
            for (Future<?> caller : callers) {
                caller.get(10 * RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        }
        await().atMost(RawStream.LIMIT)
                .untilAsserted(() -> assertThat(server.hep("traced")).isEqualTo(traced.get()));
    }

    private Void datagrams(TracedServer server) throws Exception {
        try (RawDatagrams client = server.datagrams()) {
            for (int i = 0; i < CALLS; i++) {
                client.send(("{\"jsonrpc\":\"2.0\",\"method\":\"nosuch\",\"id\":" + i + "}").getBytes(ISO_8859_1));
                assertThat(new String(client.receive(), ISO_8859_1)).endsWith("\"id\":" + i + "}");
                traced.addAndGet(2);
            }
        }
        return null;
    }

    private Void streams(TracedServer server) throws Exception {
        try (RawStream client = RawStream.to(server.ctl("unixs"))) {
            for (int i = 0; i < CALLS; i++) {
                client.send(Packet.request(i, "core.echo", "hello"));
                assertThat(client.receivePacket()).isEqualTo(Packet.reply(i, "hello"));
                traced.addAndGet(2);
            }
        }
        return null;
    }

    private Void fifo(TracedServer server) throws Exception {
        for (int i = 0; i < 20; i++) {
            String request = ":r1:{\"jsonrpc\":\"2.0\",\"method\":\"nosuch\",\"id\":" + i + "}";
            assertThat(server.askFifo(request.getBytes(ISO_8859_1), 1)).endsWith("\"id\":" + i + "}");
            traced.addAndGet(2);
        }
        return null;
    }

    private static void assertBalanced(TracedServer server) {
        assertThat(server.hep("sent") + server.hep("dropped")).isEqualTo(server.hep("traced"));
        assertThat(server.hep("waiting")).isZero();
    }

    @Test
    void downThenUpThenRestartedThenSilent() throws Exception {
        int port = FreePort.tcp();
        Hep hep = Hep.to("[hd]127.0.0.1:" + port).buffer(64);
        TracedServer server = server(hep);
        try (server) {
            load(server);
            assertThat(server.hep("sent")).isZero();
            assertThat(server.hep("dropped_full")).isPositive();
            assertThat(server.hep("errors")).isPositive();

            long received;
            try (TraceCollector collector = TraceCollector.tcp(port)) {
                await().atMost(RawStream.LIMIT).until(() -> server.hep("waiting") == 0);
                assertBalanced(server);
                load(server);
                await().atMost(RawStream.LIMIT).until(() -> server.hep("waiting") == 0);
                assertBalanced(server);
                await().atMost(RawStream.LIMIT).until(() -> collector.received() == server.hep("sent"));
                received = collector.received();
            }
            load(server);
            try (TraceCollector collector = TraceCollector.tcp(port)) {
                load(server);
                await().atMost(RawStream.LIMIT).until(() -> server.hep("waiting") == 0);
                assertBalanced(server);
                assertThat(server.hep("reconnects")).isPositive();
                assertThat(collector.received()).isPositive().isLessThanOrEqualTo(server.hep("sent") - received);
            }
            silent(server, port);
        }
        assertBalanced(server);
        assertThat(server.hep("traced")).isEqualTo(traced.get());
    }

    /// Nobody even accepts: the system takes the connection and a few bytes.
    private void silent(TracedServer server, int port) throws Exception {
        try (ServerSocket deaf = new ServerSocket()) {
            deaf.setReuseAddress(true);
            deaf.setReceiveBufferSize(4096);
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            loadUntilFull(server);
        }
    }

    /// Until the buffer has no room: what the system takes in a collector's place is used up.
    private void loadUntilFull(TracedServer server) throws Exception {
        long full = server.hep("dropped_full");
        long end = System.nanoTime() + RawStream.LIMIT.toNanos();
        while (server.hep("dropped_full") == full && System.nanoTime() < end) {
            load(server);
        }
        assertThat(server.hep("dropped_full")).isGreaterThan(full);
    }

    @Test
    void slow() throws Exception {
        Semaphore allowed = new Semaphore(1);
        AtomicLong handled = new AtomicLong();
        try (TraceCollector collector = TraceCollector.tcp(0, () -> {
                    allowed.acquireUninterruptibly();
                    handled.incrementAndGet();
                });
                TracedServer server = server(Hep.to(collector.hepId()).buffer(64))) {
            try {
                // it stands still behind its first packet, and every call is answered all the same
                loadUntilFull(server);
                assertThat(handled.get()).isOne();

                // it goes on, a packet at a time, with as many calls answered as before
                collector.pace(() -> LockSupport.parkNanos(100_000));
                allowed.release();
                load(server);
            } finally {
                collector.pace(() -> {});
                allowed.release();
            }
            await().atMost(RawStream.LIMIT).until(() -> server.hep("waiting") == 0);
            assertBalanced(server);
            await().atMost(RawStream.LIMIT).until(() -> collector.received() == server.hep("sent"));
            assertThat(collector.malformed()).isZero();
            assertThat(server.hep("reconnects")).isZero();
            assertThat(server.hep("traced")).isEqualTo(traced.get());
        }
    }

    @Test
    void overUdpNothingIsKnownOfTheCollector() throws Exception {
        int port = FreePort.udp();
        TracedServer server = server(Hep.to("[hd]127.0.0.1:" + port + ";transport=udp"));
        try (server) {
            load(server);
            await().atMost(RawStream.LIMIT).until(() -> server.hep("waiting") == 0);
            assertBalanced(server);
        }
        assertThat(server.hep("sent")).isEqualTo(traced.get());
    }

    @Test
    void overUdpDownThenUpThenRestarted() throws Exception {
        int port = FreePort.udp();
        TracedServer server = server(Hep.to("[hd]127.0.0.1:" + port + ";transport=udp"));
        try (server) {
            load(server);
            for (int start = 0; start < 2; start++) {
                try (TraceCollector collector = TraceCollector.udp(port)) {
                    long before = server.hep("sent");
                    load(server);
                    await().atMost(RawStream.LIMIT).until(() -> server.hep("waiting") == 0);
                    assertBalanced(server);
                    assertThat(collector.received()).isPositive().isLessThanOrEqualTo(server.hep("sent") - before);
                    assertThat(collector.malformed()).isZero();
                }
                load(server);
            }
            await().atMost(RawStream.LIMIT).until(() -> server.hep("waiting") == 0);
            assertBalanced(server);
        }
        assertThat(server.hep("traced")).isEqualTo(traced.get());
    }

    @Test
    void aCollectorWithoutAddressCostsNobodyAnything() throws Exception {
        TracedServer server = server(Hep.to("[hd]no-such-host.invalid;transport=udp"));
        try (server) {
            load(server);
        }
        assertBalanced(server);
        assertThat(server.hep("dropped")).isEqualTo(traced.get());
        assertThat(server.hep("errors")).isPositive();
    }
}
