package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatagramOutletTest {
    private static final byte[] ONE = {1};

    private long now = Long.MAX_VALUE - 5;
    private int lookUps;
    private boolean known;

    private InetSocketAddress lookUp(String host, int port) {
        lookUps++;
        return known
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                : InetSocketAddress.createUnresolved(host, port);
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }

    @Test
    void whatIsKnownServesWhileItCannotBeLookedUp() throws Exception {
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramOutlet outlet =
                        new DatagramOutlet("hep.example", receiver.getLocalPort(), this::lookUp, () -> now)) {
            receiver.setSoTimeout(60_000);
            known = true;
            outlet.send(ONE, 0, 1);
            known = false;
            passes(Duration.ofMinutes(2));
            outlet.send(ONE, 0, 1);
            outlet.send(ONE, 0, 1);
            assertThat(lookUps).isEqualTo(2);
            for (int i = 0; i < 3; i++) {
                receiver.receive(new DatagramPacket(new byte[1], 1));
            }
        }
    }

    @Test
    void whatIsNotKnownIsNotLookedUpForEachDatagram() throws Exception {
        try (DatagramOutlet outlet = new DatagramOutlet("hep.example", 9, this::lookUp, () -> now)) {
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> outlet.send(ONE, 0, 1))
                        .isInstanceOf(UnknownHostException.class)
                        .hasMessage("hep.example is no known host");
            }
            assertThat(lookUps).isEqualTo(1);
            passes(Duration.ofSeconds(6));
            known = true;
            outlet.send(ONE, 0, 1);
            assertThat(lookUps).isEqualTo(2);
        }
    }
}
