package org.wirechief.endpoint.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Access;
import org.wirechief.core.Origin;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramPeer;

final class DatagramAskersTest {
    private final DatagramAskers askers = new DatagramAskers("ctl", null);

    private static DatagramPeer udp(int port) throws UnknownHostException {
        return DatagramPeer.resolved(Address.udp("127.0.0.1", port));
    }

    @Test
    void whoAsksAgainIsTheSame() throws UnknownHostException {
        Asker first = askers.of(udp(7), Access.READ);

        assertThat(askers.of(udp(7), Access.READ)).isSameAs(first);
        assertThat(first.origin()).isEqualTo(new Origin("ctl", "udp", "127.0.0.1:7", Access.READ));
        assertThat(first.trail()).isNull();
    }

    @Test
    void someWhoTakeTurnsStayTheSame() throws UnknownHostException {
        Asker first = askers.of(udp(7), Access.READ);
        Asker second = askers.of(udp(8), Access.READ);

        assertThat(askers.of(udp(7), Access.READ)).isSameAs(first);
        assertThat(askers.of(udp(8), Access.READ)).isSameAs(second);
    }

    @Test
    void nobodyIsTakenForAnotherHoweverManyThereAre() throws UnknownHostException {
        for (int round = 0; round < 2; round++) {
            for (int port = 1; port <= 1000; port++) {
                assertThat(askers.of(udp(port), Access.READ).origin().peer()).isEqualTo("127.0.0.1:" + port);
            }
        }
    }

    @Test
    void anotherIsNot() throws UnknownHostException {
        askers.of(udp(7), Access.READ);

        assertThat(askers.of(udp(8), Access.READ).origin().peer()).isEqualTo("127.0.0.1:8");
        assertThat(askers.of(udp(8), Access.ADMIN).origin().granted()).isEqualTo(Access.ADMIN);
        assertThat(askers.of(udp(8), Access.READ).origin().granted()).isEqualTo(Access.READ);
        assertThat(askers.of(DatagramPeer.atPath("/a".getBytes(US_ASCII)), Access.READ)
                        .origin()
                        .transport())
                .isEqualTo("unix_dgram");
    }

    @Test
    void socketsOfOneLocalProcessAreTheSame() {
        Asker first = askers.of(DatagramPeer.atPath("/a".getBytes(US_ASCII)), Access.READ);

        assertThat(askers.of(DatagramPeer.atPath("/b".getBytes(US_ASCII)), Access.READ))
                .isSameAs(first);
        assertThat(askers.of(DatagramPeer.atPath("/b".getBytes(US_ASCII)), Access.ADMIN)
                        .origin()
                        .granted())
                .isEqualTo(Access.ADMIN);
    }
}
