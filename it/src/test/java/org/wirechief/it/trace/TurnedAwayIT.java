package org.wirechief.it.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.fifo.ReplyPipe;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.wire.hep.Hep3;

/// What a door turns away is not told of; what a command refuses is.
class TurnedAwayIT {
    private static final String ELSEWHERE = "192.0.2.0/24";
    private static final int MOST = 64;

    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch going = new CountDownLatch(1);

    private CommandSpec hangs() {
        return CommandSpec.named("demo.hangs").blocking().run((_, reply) -> {
            begun.incrementAndGet();
            try {
                going.await();
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts commands", e);
            }
            reply.ok();
        });
    }

    private static String ask(RawDatagrams client, String request) throws Exception {
        client.send(request.getBytes(ISO_8859_1));
        return new String(client.receive(), ISO_8859_1);
    }

    private static String json(String method) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":1}";
    }

    private static void write(TracedServer server, String lines) throws Exception {
        Files.writeString(server.folder().resolve("lines"), lines, ISO_8859_1, StandardOpenOption.WRITE);
    }

    /// What the FIFO of `ctl` answers.
    private static String askLines(TracedServer server, String command) throws Exception {
        try (ReplyPipe reply = ReplyPipe.create()) {
            FutureTask<String> reading = reply.reading();
            write(server, ":" + command + ":" + reply.name() + "\n\n");
            return ReplyPipe.get(reading);
        }
    }

    /// Who calls on the Unix socket of `ctl` may.
    private static void echo(TracedServer server) throws Exception {
        try (RawStream client = RawStream.to(server.ctl("unixs"))) {
            client.send(Packet.request(1, "core.echo", "x"));
            client.receivePacket();
        }
    }

    private void awaitBegun(int count) {
        await().pollInterval(Duration.ofMillis(5)).atMost(RawStream.LIMIT).until(() -> begun.get() == count);
    }

    @Test
    void whoMayNotCallMiDatagram() throws Exception {
        for (String request : List.of(":version:\n", json("version"))) {
            try (TraceCollector collector = TraceCollector.udp();
                    TracedServer server = TracedServer.start(
                            builder -> builder,
                            _ -> List.of(
                                    Hep.to(collector.hepId()),
                                    MiDatagram.udp("127.0.0.1", 0)
                                            .allowFrom(ELSEWHERE)
                                            .traceDestination("hd")));
                    RawDatagrams client = server.datagrams()) {
                assertThat(ask(client, request)).contains("403");
                assertThat(server.hep("traced")).isZero();
            }
        }
    }

    @Test
    void whoMayNotCallCtl() throws Exception {
        String tcp = "tcp:127.0.0.1:" + FreePort.tcp();
        String udp = "udp:127.0.0.1:" + FreePort.udp();
        String lines = "tcp:127.0.0.1:" + FreePort.tcp();
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = TracedServer.start(
                        builder -> builder,
                        folder -> List.of(
                                Hep.to(collector.hepId()),
                                Ctl.listening("unixs:" + folder.resolve("ctl"), tcp, udp)
                                        .fifo(lines)
                                        .allowFrom(ELSEWHERE)
                                        .traceDestination("hd")))) {
            try (RawDatagrams client = RawDatagrams.to(server.ctl("udp"))) {
                client.send(Packet.request(1, "core.echo", "x"));
                assertThat(new String(client.receive(), ISO_8859_1)).contains("may not call");
            }
            for (String address : List.of(server.ctl("tcp"), server.lines("tcp"))) {
                try (RawStream client = RawStream.to(address)) {
                    client.send(
                            address.equals(server.ctl("tcp"))
                                    ? Packet.request(1, "core.echo", "x")
                                    : ":core.echo:\nx\n\n".getBytes(ISO_8859_1));
                    client.receiveAll();
                }
            }
            assertThat(server.hep("traced")).isZero();

            echo(server);
            assertThat(collector.next().payload()).hasToString("core.echo:ctl:x");
            assertThat(collector.next().payload()).hasToString("200:OK:200 OK\nx\n");
            assertThat(server.hep("traced")).isEqualTo(2);
        }
    }

    /// Nobody can tell who writes to a FIFO: where certain users only may call, nobody may there.
    @Test
    void whoMayNotCallAFifoOfCtl() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = TracedServer.start(
                        builder -> builder,
                        folder -> List.of(
                                Hep.to(collector.hepId()),
                                Ctl.listening("unixs:" + folder.resolve("ctl"))
                                        .fifo(folder.resolve("lines").toString())
                                        .accessUsers("nobody")
                                        .traceDestination("hd")))) {
            assertThat(askLines(server, "core.echo")).startsWith("403 ");
            write(server, "no request\n\n");
            await().atMost(RawStream.LIMIT).until(() -> server.statistic("ctl", "protocol_errors") == 1);
            assertThat(server.hep("traced")).isZero();

            echo(server);
            assertThat(collector.next().payload()).hasToString("core.echo:ctl:x");
        }
    }

    @Test
    void whatACallerMayNotRunIsTold() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = TracedServer.start(
                        builder -> builder.command(
                                CommandSpec.named("danger").access(Access.ADMIN).run((_, reply) -> reply.ok())),
                        _ -> List.of(
                                Hep.to(collector.hepId()),
                                MiDatagram.udp("127.0.0.1", 0)
                                        .access(Access.READ)
                                        .traceDestination("hd")));
                RawDatagrams client = server.datagrams()) {
            assertThat(ask(client, ":danger:\n")).isEqualTo("403 Forbidden\n\n");
            Hep3 asked = (Hep3) collector.next();
            Hep3 answered = (Hep3) collector.next();
            assertThat(asked.payload()).hasToString("danger:datagram");
            assertThat(answered.payload().toString()).startsWith("403:Forbidden");
            assertThat(answered.correlation()).isEqualTo(asked.correlation());
        }
    }

    /// MI text tells of what hangs when it has answered, JSON of its request before that.
    @Test
    void whatIsOneTooMany() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = TracedServer.start(
                        builder -> builder.command(hangs()),
                        folder -> List.of(
                                Hep.to(collector.hepId()),
                                Ctl.listening("unixd:" + folder.resolve("ctl")).traceDestination("hd"),
                                MiDatagram.udp("127.0.0.1", 0).traceDestination("hd")));
                RawDatagrams mi = server.datagrams();
                RawDatagrams ctl = RawDatagrams.to(server.ctl("unixd"))) {
            for (int i = 0; i < MOST; i++) {
                mi.send(":demo.hangs:\n".getBytes(ISO_8859_1));
                ctl.send(Packet.request(i, "demo.hangs"));
                awaitBegun(2 * (i + 1));
            }
            assertThat(ask(mi, ":demo.hangs:\n")).isEqualTo("503 Too many commands wait\n\n");
            assertThat(ask(mi, json("demo.hangs"))).contains("503", "Too many commands wait");
            ctl.send(Packet.request(MOST, "demo.hangs"));
            assertThat(new String(ctl.receive(), ISO_8859_1)).contains("too many calls wait");
            assertThat(server.hep("traced")).isZero();

            going.countDown();
            for (int i = 0; i < MOST; i++) {
                assertThat(new String(mi.receive(), ISO_8859_1)).startsWith("200 OK");
                ctl.receive();
            }
            assertThat(server.hep("traced")).isEqualTo(4L * MOST);
        } finally {
            going.countDown();
        }
    }

    /// The lines of `ctl` tell of what hangs when it has answered, JSON of its request before that.
    @Test
    void whatIsOneTooManyOnAFifo() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = TracedServer.start(
                        builder -> builder.command(hangs()),
                        folder -> List.of(
                                Hep.to(collector.hepId()),
                                Ctl.listening("unixs:" + folder.resolve("ctl"))
                                        .fifo(folder.resolve("lines").toString())
                                        .traceDestination("hd"),
                                TracedServer.fifo(folder).traceDestination("hd")))) {
            for (int i = 0; i < MOST; i++) {
                write(server, ":demo.hangs:\n\n");
                awaitBegun(i + 1);
            }
            assertThat(askLines(server, "demo.hangs")).contains("too many calls wait");
            assertThat(server.hep("traced")).isZero();

            for (int i = 0; i < MOST; i++) {
                server.write(("::" + json("demo.hangs")).getBytes(ISO_8859_1));
                awaitBegun(MOST + i + 1);
            }
            assertThat(server.askFifo((":r1:" + json("demo.hangs")).getBytes(ISO_8859_1), 1))
                    .contains("503", "Too many commands wait");
            assertThat(server.hep("traced")).isEqualTo(MOST);

            // nobody is answered, so there is one packet of each
            going.countDown();
            await().atMost(RawStream.LIMIT).until(() -> server.hep("traced") >= 2 * MOST);
            assertThat(server.hep("traced")).isEqualTo(2 * MOST);
        } finally {
            going.countDown();
        }
    }
}
