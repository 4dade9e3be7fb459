package org.wirechief.it.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.ParamType;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.fifo.ReplyPipe;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.wire.hep.Hep3;

/// Every door tells of what its list lets pass, also of commands that wait, and of nothing else.
class TracedDoorsIT {
    private static final byte[] MARK = ":nosuchmark:\n".getBytes(ISO_8859_1);

    private static TracedServer server(TraceCollector collector, UnaryOperator<Ctl> lists) throws Exception {
        String lines = "tcp:127.0.0.1:" + FreePort.tcp();
        return TracedServer.start(
                builder -> builder.command(CommandSpec.named("demo.slow")
                        .param("text", ParamType.TEXT)
                        .blocking()
                        .run((call, reply) -> reply.add(call.args().text(0)))),
                folder -> List.of(
                        Hep.to(collector.hepId()),
                        MiDatagram.udp("127.0.0.1", 0).traceDestination("hd"),
                        lists.apply(ctl(folder, lines)).traceDestination("hd"),
                        TracedServer.fifo(folder).traceDestination("hd")));
    }

    private static Ctl ctl(TempFolder folder, String lines) {
        return Ctl.listening("unixs:" + folder.resolve("ctl"), "unixd:" + folder.resolve("ctl.d"))
                .fifo(lines)
                .fifo(folder.resolve("lines").toString());
    }

    private static void assertTold(TraceCollector collector, String request, String reply) throws Exception {
        Hep3 asked = (Hep3) collector.next();
        Hep3 answered = (Hep3) collector.next();
        assertThat(asked.payload()).hasToString(request);
        assertThat(answered.payload()).hasToString(reply);
        assertThat(answered.correlation()).isEqualTo(asked.correlation());
    }

    /// Asks over BINRPC.
    private static void stream(TracedServer server, String command, Object... args) throws Exception {
        try (RawStream client = RawStream.to(server.ctl("unixs"))) {
            client.send(Packet.request(7, command, args));
            client.receivePacket();
        }
    }

    private static void datagram(TracedServer server, String command, Object... args) throws Exception {
        try (RawDatagrams client = RawDatagrams.to(server.ctl("unixd"))) {
            client.send(Packet.request(7, command, args));
            client.receive();
        }
    }

    /// Asks over the line protocol.
    private static void lines(TracedServer server, String command, String answer) throws Exception {
        try (RawStream client = RawStream.to(server.lines("tcp"))) {
            client.send((":" + command + ":\nx\n\n").getBytes(ISO_8859_1));
            assertThat(new String(client.receive(answer.length()), ISO_8859_1)).isEqualTo(answer);
        }
    }

    /// The same over a FIFO, with a reply FIFO.
    private static void pipe(TracedServer server, String command, String answer) throws Exception {
        try (ReplyPipe reply = ReplyPipe.create()) {
            FutureTask<String> reading = reply.reading();
            write(server, ":" + command + ":" + reply.name() + "\nx\n\n");
            assertThat(ReplyPipe.get(reading)).isEqualTo(answer);
        }
    }

    private static void write(TracedServer server, String lines) throws Exception {
        Files.writeString(server.folder().resolve("lines"), lines, ISO_8859_1, StandardOpenOption.WRITE);
    }

    private static String ask(RawDatagrams client, String request) throws Exception {
        client.send(request.getBytes(ISO_8859_1));
        return new String(client.receive(), ISO_8859_1);
    }

    @Test
    void aWhiteListOnCtl() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(
                        collector, ctl -> ctl.traceBwlist("b: core.echo").traceBwlist("w: no.such, core.echo"))) {
            stream(server, "core.uptime");
            stream(server, "no.such");
            datagram(server, "core.uptime");
            lines(server, "no.such", "500 Command 'no.such' not found\n");
            pipe(server, "core.prints", "200 OK\nx\n");
            assertThat(server.hep("traced")).isZero();

            stream(server, "core.echo", "x");
            assertTold(collector, "core.echo:ctl:x", "200:OK:200 OK\nx\n");
            datagram(server, "core.echo", "x");
            assertTold(collector, "core.echo:ctl:x", "200:OK:200 OK\nx\n");
            lines(server, "core.echo", "200 OK\nx\n");
            assertTold(collector, "core.echo:ctl:x", "200:OK:200 OK\nx\n");
            pipe(server, "core.echo", "200 OK\nx\n");
            assertTold(collector, "core.echo:ctl:x", "200:OK:200 OK\nx\n");
            assertThat(server.hep("traced")).isEqualTo(8);
        }
    }

    @Test
    void aBlackListOnCtl() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(collector, ctl -> ctl.traceBwlist("b: core.echo, demo.slow, no.such"))) {
            stream(server, "core.echo", "x");
            stream(server, "no.such");
            datagram(server, "demo.slow", "x");
            lines(server, "demo.slow", "200 OK\nx\n");
            pipe(server, "core.echo", "200 OK\nx\n");
            assertThat(server.hep("traced")).isZero();

            stream(server, "no.other", "x");
            assertTold(collector, "no.other:ctl:x", "500:command no.other not found");
            pipe(server, "core.prints", "200 OK\nx\n");
            assertTold(collector, "core.prints:ctl:x", "200:OK:200 OK\nx\n");
        }
    }

    @Test
    void aFifoOfCtl() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(collector, UnaryOperator.identity())) {
            pipe(server, "core.echo", "200 OK\nx\n");
            Hep3 asked = (Hep3) collector.next();
            Hep3 answered = (Hep3) collector.next();
            assertThat(asked.payload()).hasToString("core.echo:ctl:x");
            assertThat(asked.flow().source()).hasToString("127.0.0.1:0");
            assertThat(asked.flow().destination()).hasToString("127.0.0.2:0");
            assertThat(answered.payload()).hasToString("200:OK:200 OK\nx\n");
            assertThat(answered.flow()).isEqualTo(asked.flow().reversed());
            assertThat(answered.correlation()).isEqualTo(asked.correlation());

            // nobody is answered, so there is one packet of each
            write(server, ":core.echo:\nunanswered\n\n");
            assertThat(((Hep3) collector.next()).payload()).hasToString("core.echo:ctl:unanswered");
            write(server, "no request\n\n");
            assertThat(((Hep3) collector.next()).payload()).hasToString("unknown:ctl");
            write(server, ":demo.slow:\nslow\n\n");
            assertThat(((Hep3) collector.next()).payload()).hasToString("demo.slow:ctl:slow");

            pipe(server, "no.such", "500 Command 'no.such' not found\n");
            assertTold(collector, "no.such:ctl:x", "500:Command 'no.such' not found");
        }
    }

    @Test
    void commandsThatWait() throws Exception {
        String json = "{\"jsonrpc\":\"2.0\",\"method\":\"demo.slow\",\"params\":[\"x\"],\"id\":1}";
        String answer = "{\"jsonrpc\":\"2.0\",\"result\":\"x\",\"id\":1}";
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(collector, UnaryOperator.identity());
                RawDatagrams client = server.datagrams()) {
            stream(server, "demo.slow", "x");
            assertTold(collector, "demo.slow:ctl:x", "200:OK:200 OK\nx\n");
            datagram(server, "demo.slow", "x");
            assertTold(collector, "demo.slow:ctl:x", "200:OK:200 OK\nx\n");
            lines(server, "demo.slow", "200 OK\nx\n");
            assertTold(collector, "demo.slow:ctl:x", "200:OK:200 OK\nx\n");
            pipe(server, "demo.slow", "200 OK\nx\n");
            assertTold(collector, "demo.slow:ctl:x", "200:OK:200 OK\nx\n");
            assertThat(server.askFifo((":r1:" + json).getBytes(ISO_8859_1), 1)).isEqualTo(answer);
            assertTold(collector, "demo.slow:fifo:x", answer);
            assertThat(ask(client, json)).isEqualTo(answer);
            assertTold(collector, "demo.slow:datagram:x", answer);
            assertThat(ask(client, ":demo.slow:\nx\n")).isEqualTo("200 OK\nx\n\n");
            assertTold(collector, "demo.slow:datagram:x", "200:OK:200 OK\nx\n\n");
        }
    }

    /// The door turns it away before it is a request of anybody.
    @ParameterizedTest
    @ValueSource(ints = {65_458, 65_507})
    void whatIsTooLongIsNotTold(int length) throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(collector, UnaryOperator.identity());
                RawDatagrams client = server.datagrams()) {
            byte[] request = new byte[length];
            Arrays.fill(request, (byte) 'x');
            System.arraycopy(":version:\n".getBytes(ISO_8859_1), 0, request, 0, 10);
            client.send(request);
            assertThat(new String(client.receive(), ISO_8859_1)).startsWith("413 ");

            client.send(MARK);
            client.receive();
            assertThat(((Hep3) collector.next()).payload().toString()).contains("nosuchmark");
            assertThat(server.hep("traced")).isEqualTo(2);
        }
    }
}
