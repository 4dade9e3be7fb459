package org.wirechief.it.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.Perl;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.standin.Probes;
import org.wirechief.wire.hep.Hep3;

/// What packets tell of who asked whom, and what copies of one exchange have in common.
class EndsIT {
    private static TracedServer server(TraceCollector collector, UnaryOperator<Hep> hep, MiDatagram mi)
            throws Exception {
        return server(collector, hep, _ -> mi);
    }

    private static TracedServer server(
            TraceCollector collector, UnaryOperator<Hep> hep, Function<TempFolder, MiDatagram> mi) throws Exception {
        String lines = "tcp:127.0.0.1:" + FreePort.tcp();
        return TracedServer.start(
                builder -> builder.commands(Probes.commands()),
                folder -> List.of(
                        mi.apply(folder).traceDestination("hd"),
                        Ctl.listening("unixs:" + folder.resolve("ctl"), "unixd:" + folder.resolve("ctl.d"))
                                .tcp("127.0.0.1", 0)
                                .udp("127.0.0.1", 0)
                                .fifo(lines)
                                .traceDestination("hd"),
                        // also one that stands behind the doors that trace to it
                        hep.apply(Hep.to(collector.hepId()))));
    }

    private static Hep3 next(TraceCollector collector) throws InterruptedException {
        return (Hep3) collector.next();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,2", "::1,10"})
    void addressesAndPortsOverUdp(String host, int family) throws Exception {
        Instant before = Instant.now();
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(collector, UnaryOperator.identity(), MiDatagram.udp(host, 0));
                DatagramSocket client = new DatagramSocket(new InetSocketAddress(host, 0))) {
            int port = Integer.parseInt(server.chief().doors().getFirst().port());
            byte[] request = ":version:\n".getBytes(ISO_8859_1);
            client.send(new DatagramPacket(request, request.length, InetAddress.ofLiteral(host), port));

            Hep3 asked = next(collector);
            Hep3 answered = next(collector);

            assertThat(asked.flow().family()).isEqualTo(family);
            assertThat(asked.flow().protocol()).isEqualTo(6);
            assertThat(asked.flow().source().host()).isEqualTo(host);
            assertThat(asked.flow().source().port()).isEqualTo(client.getLocalPort());
            assertThat(asked.flow().destination().host()).isEqualTo(host);
            assertThat(asked.flow().destination().port()).isEqualTo(port);
            assertThat(answered.flow()).isEqualTo(asked.flow().reversed());
            assertThat(answered.correlation()).isEqualTo(asked.correlation());
            assertThat(asked.time().instant()).isBetween(before.minusMillis(1), Instant.now());

            client.send(new DatagramPacket(request, request.length, InetAddress.ofLiteral(host), port));
            assertThat(next(collector).correlation()).isNotEqualTo(asked.correlation());
        }
    }

    @Test
    void theRealProtocol() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(collector, hep -> hep.realProtocol(true), MiDatagram.udp("127.0.0.1", 0));
                RawDatagrams udp = server.datagrams();
                RawStream tcp = RawStream.to(server.ctl("tcp"))) {
            udp.send(":version:\n".getBytes(ISO_8859_1));
            assertThat(next(collector).flow().protocol()).isEqualTo(17);
            assertThat(next(collector).flow().protocol()).isEqualTo(17);
            tcp.send(Packet.request(1, "core.echo", "x"));
            assertThat(next(collector).flow().protocol()).isEqualTo(6);
        }
    }

    @Test
    void repliesAsLongAsIsAskedFor() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(collector, hep -> hep.replyMax(500), MiDatagram.udp("127.0.0.1", 0));
                RawDatagrams client = server.datagrams()) {
            client.send(":probe_big:\n1000\n".getBytes(ISO_8859_1));

            assertThat(next(collector).payload()).hasToString("probe_big:datagram:1000");
            assertThat(next(collector).payload())
                    .hasToString("200:OK:" + ("200 OK\nB:: " + "x".repeat(1000)).substring(0, 500));
        }
    }

    /// `hep.unix.version`, `hep3-mi-unix`: the originals send nothing.
    @Test
    void unixPeersHaveAddressesOfTheirOwn() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(
                        collector,
                        UnaryOperator.identity(),
                        folder -> MiDatagram.listening(folder.resolve("mi").toString()));
                RawDatagrams client = server.datagrams()) {
            client.send(":version:\n".getBytes(ISO_8859_1));

            Hep3 asked = next(collector);
            assertThat(asked.flow().source()).hasToString("127.0.0.1:0");
            assertThat(asked.flow().destination()).hasToString("127.0.0.2:0");
            assertThat(next(collector).flow()).isEqualTo(asked.flow().reversed());

            // who cannot be answered has no reply told
            Perl.run("socket(S,AF_UNIX,SOCK_DGRAM,0) or die $!; send(S,\":pwd:\\n\",0,sockaddr_un('"
                    + server.folder().resolve("mi") + "')) or die $!;");
            assertThat(next(collector).payload()).hasToString("pwd:datagram");
            client.send(":uptime:\n".getBytes(ISO_8859_1));
            assertThat(next(collector).payload()).hasToString("uptime:datagram");
        }
    }

    @ParameterizedTest
    @CsvSource({"unixs,127.0.0.1:0,127.0.0.2:0", "tcp,,", "unixd,127.0.0.1:0,127.0.0.2:0", "udp,,"})
    void ctlOverEachCarrier(String transport, String source, String destination) throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(collector, UnaryOperator.identity(), MiDatagram.udp("127.0.0.1", 0))) {
            String address = server.ctl(transport);
            ask(address, Packet.request(9, "core.echo", "hello"));

            Hep3 asked = next(collector);
            assertThat(asked.payload()).hasToString("core.echo:ctl:hello");
            assertThat(next(collector).payload()).hasToString("200:OK:200 OK\nhello\n");
            if (source == null) {
                String port = address.substring(address.lastIndexOf(':') + 1);
                assertThat(asked.flow().destination()).hasToString("127.0.0.1:" + port);
                assertThat(asked.flow().source().port()).isPositive();
            } else {
                assertThat(asked.flow().source()).hasToString(source);
                assertThat(asked.flow().destination()).hasToString(destination);
            }

            ask(address, Packet.request(10, "no.such", "x"));
            assertThat(next(collector).payload()).hasToString("no.such:ctl:x");
            assertThat(next(collector).payload()).hasToString("500:command no.such not found");
        }
    }

    private static void ask(String address, byte[] packet) throws Exception {
        if (address.startsWith("u") && !address.startsWith("unixs")) {
            try (RawDatagrams client = RawDatagrams.to(address)) {
                client.send(packet);
                client.receive();
            }
        } else {
            try (RawStream client = RawStream.to(address)) {
                client.send(packet);
                client.receivePacket();
            }
        }
    }

    @Test
    void theLineProtocolOfCtl() throws Exception {
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(collector, UnaryOperator.identity(), MiDatagram.udp("127.0.0.1", 0))) {
            try (RawStream client = RawStream.to(server.lines("tcp"))) {
                client.send(":core.echo:\nhello\n5\n\n:no.such:\n\n".getBytes(ISO_8859_1));

                assertThat(next(collector).payload()).hasToString("core.echo:ctl:hello,5");
                assertThat(next(collector).payload().toString()).startsWith("200:OK:200 OK\n");
                assertThat(next(collector).payload()).hasToString("no.such:ctl");
                assertThat(next(collector).payload()).hasToString("500:Command 'no.such' not found");
            }
        }
    }

    @Test
    void aBatchIsOneExchange() throws Exception {
        String one = "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"id\":1}";
        try (TraceCollector collector = TraceCollector.udp();
                TracedServer server = server(
                        collector,
                        UnaryOperator.identity(),
                        MiDatagram.udp("127.0.0.1", 0).traceBwlist("b: pwd"));
                RawDatagrams client = server.datagrams()) {
            client.send(
                    ("[" + one.formatted("nosuch") + "," + one.formatted("pwd") + "," + one.formatted("version") + "]")
                            .getBytes(ISO_8859_1));

            Hep3 first = next(collector);
            Hep3 second = next(collector);
            Hep3 answer = next(collector);

            assertThat(first.payload()).hasToString("nosuch:datagram");
            assertThat(second.payload()).hasToString("version:datagram");
            assertThat(answer.payload().toString())
                    .startsWith("[{\"jsonrpc\":\"2.0\",\"error\"")
                    .hasSize(128);
            assertThat(List.of(second.correlation(), answer.correlation())).containsOnly(first.correlation());
        }
    }
}
