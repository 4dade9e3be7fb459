package org.wirechief.endpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap.Ends;
import org.wirechief.net.Address;

class DoorEndsTest {
    private static Octets hex(String digits) {
        return Octets.copyOf(HexFormat.of().parseHex(digits));
    }

    @Test
    void ipv4() {
        Ends ends = DoorEnds.of(Address.udp("0.0.0.0", 8080)).with(InetAddress.ofLiteral("10.1.2.3"), 5000);

        assertThat(ends).isEqualTo(new Ends(hex("0a010203"), 5000, hex("00000000"), 8080, Ends.UDP));
    }

    @Test
    void ipv6IsWhole() {
        Ends ends = DoorEnds.of(Address.tcp("::1", 2049)).with(InetAddress.ofLiteral("2001:db8::1:2:3:4"), 5000);

        assertThat(ends)
                .isEqualTo(new Ends(
                        hex("20010db8000000000001000200030004"),
                        5000,
                        hex("00000000000000000000000000000001"),
                        2049,
                        Ends.TCP));
    }

    @Test
    void ipv4OnASocketForBoth() {
        Ends ends = DoorEnds.of(Address.udp("::", 8080)).with(InetAddress.ofLiteral("10.1.2.3"), 5000);

        assertThat(ends.peer()).isEqualTo(hex("00000000000000000000ffff0a010203"));
        assertThat(ends.own()).isEqualTo(hex("00000000000000000000000000000000"));
    }

    @Test
    void whatHasNoAddress() {
        Ends local = new Ends(hex("7f000001"), 0, hex("7f000002"), 0, Ends.UDP);

        assertThat(DoorEnds.of(Address.unixDatagram("/tmp/x")).with(null, 0)).isEqualTo(local);
        assertThat(DoorEnds.of(Address.fifo("/tmp/x")).with(null, 0)).isEqualTo(Ends.local(Ends.TCP));
    }
}
