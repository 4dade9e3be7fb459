package org.wirechief.cli.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.cli.output.Layout;
import org.wirechief.core.Octets;
import org.wirechief.wire.hep.Hep1;
import org.wirechief.wire.hep.Hep2;
import org.wirechief.wire.hep.Hep3;
import org.wirechief.wire.hep.HepAddress;
import org.wirechief.wire.hep.HepChunk;
import org.wirechief.wire.hep.HepFlow;
import org.wirechief.wire.hep.HepPacket;
import org.wirechief.wire.hep.HepTime;

/// What `chief hep` prints of packets.
class PacketPrinterTest {
    private static final HepFlow FLOW = HepFlow.of(HepFlow.UDP, address("7f000001", 40000), address("0a000002", 8080));
    private static final HepFlow IPV6 = HepFlow.of(
            HepFlow.TCP,
            address("20010db8000000000000000000000001", 5060),
            address("00000000000000000000000000000001", 1));
    private static final HepTime TIME = new HepTime(1795225251, 29779);

    private static HepAddress address(String ip, int port) {
        return new HepAddress(Octets.copyOf(HexFormat.of().parseHex(ip)), port);
    }

    @Test
    void textOfEachVersion() throws IOException {
        assertThat(printed(Layout.TEXT, version3(Octets.of("which:datagram:version"))))
                .isEqualTo("""
                        2026-11-21T01:40:51.029779Z HEP3 udp 127.0.0.1:40000 > 10.0.0.2:8080 id=7 type=0x57 c-1
                        \twhich:datagram:version
                        """);
        assertThat(printed(Layout.TEXT, Hep2.of(IPV6, TIME, 9, Octets.of("")))).isEqualTo("""
                        2026-11-21T01:40:51.029779Z HEP2 tcp [2001:db8::1]:5060 > [::1]:1 id=9
                        """);
        assertThat(printed(Layout.TEXT, new Hep1(FLOW, Octets.of("\0")))).isEqualTo("""
                        - HEP1 udp 127.0.0.1:40000 > 10.0.0.2:8080
                        \t\\x00
                        """);
    }

    @Test
    void textShowsEachLineOfAPayloadAndNoControlCharacter() throws IOException {
        assertThat(printed(Layout.TEXT, version3(Octets.of("200:OK:200 OK\nA:: \u001b[1mé\r\n\tB\n"))))
                .endsWith("c-1\n\t200:OK:200 OK\n\tA:: \\x1b[1mé\\x0d\n\t\tB\n");
    }

    @Test
    void textShowsNoOtherCharacterThatSteersATerminal() throws IOException {
        assertThat(printed(Layout.TEXT, version3(Octets.of("\u009b1mé\u202ex"))))
                .endsWith("\t\\xc2\\x9b1mé\\xe2\\x80\\xaex\n");
        assertThat(printed(Layout.TEXT, version3(Octets.copyOf(new byte[] {'a', (byte) 0x9B, 'm'}))))
                .endsWith("\ta\\x9bm\n");
    }

    @Test
    void aDoorThatFailsEndsIt() throws Exception {
        PacketPrinter printer = new PacketPrinter(Layout.TEXT, Octets.of(":"), 9, OutputStream.nullOutputStream());
        IOException cause = new IOException("gone");
        printer.ended(cause);
        printer.awaitEnough();

        assertThat(printer.end()).isSameAs(cause);
    }

    @Test
    void ndjson() throws IOException {
        assertThat(printed(Layout.NDJSON, version3(Octets.of("which:datagram:version"))))
                .isEqualTo("{\"version\":3,\"sender\":\"udp:127.0.0.1:9\",\"time\":\"2026-11-21T01:40:51.029779Z\","
                        + "\"family\":2,\"protocol\":\"udp\",\"source\":\"127.0.0.1\",\"source_port\":40000,"
                        + "\"destination\":\"10.0.0.2\",\"destination_port\":8080,\"protocol_type\":87,"
                        + "\"capture_id\":7,\"correlation_id\":\"c-1\",\"payload\":\"which:datagram:version\","
                        + "\"parts\":{\"command\":\"which\",\"backend\":\"datagram\",\"parameters\":\"version\"}}\n");
    }

    @Test
    void jsonOfWhatAPacketDoesNotTell() throws IOException {
        HepPacket packet = new Hep3(List.of(new HepChunk(7, 1, Octets.of("x")), new HepChunk(0, 99, Octets.of(""))));

        assertThat(printed(Layout.JSON, packet)).isEqualTo("""
                        {
                          "version": 3,
                          "sender": "udp:127.0.0.1:9",
                          "family": 0,
                          "protocol": "0",
                          "source_port": 0,
                          "destination_port": 0,
                          "protocol_type": 0,
                          "capture_id": 0,
                          "unknown_chunks": [
                            {
                              "vendor": 7,
                              "type": 1,
                              "hex": "78"
                            },
                            {
                              "vendor": 0,
                              "type": 99,
                              "hex": ""
                            }
                          ],
                          "payload": ""
                        }
                        """);
    }

    @Test
    void printsAsManyAsAreWanted() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PacketPrinter printer = new PacketPrinter(Layout.TEXT, Octets.of(":"), 2, out);
        for (int i = 0; i < 5; i++) {
            printer.print(captured(new Hep1(FLOW, Octets.of(""))));
        }
        printer.awaitEnough();
        printer.finish();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void anOutputThatTakesNothingEndsIt() throws Exception {
        PacketPrinter printer = new PacketPrinter(Layout.TEXT, Octets.of(":"), 9, new Full());
        printer.print(captured(new Hep1(FLOW, Octets.of(""))));
        printer.awaitEnough();
        assertThatThrownBy(printer::finish).isInstanceOf(IOException.class).hasMessage("full");
    }

    private static final class Full extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("full");
        }
    }

    private static Hep3 version3(Octets payload) {
        return Hep3.of(FLOW, TIME, Hep3.MANAGEMENT, 7, payload, Octets.of("c-1"));
    }

    private static String printed(Layout layout, HepPacket packet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PacketPrinter printer = new PacketPrinter(layout, Octets.of(":"), 9, out);
        printer.print(captured(packet));
        printer.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Captured captured(HepPacket packet) {
        return new Captured("udp:127.0.0.1:9", packet, packet.payload());
    }
}
