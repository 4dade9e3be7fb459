package org.wirechief.endpoint.hep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;
import org.wirechief.net.Outlet;
import org.wirechief.wire.hep.HepPacket;

class HepTapTest {
    /// What JSON holds ends with a whole character; delimited payloads are cut as the originals'.
    @ParameterizedTest
    @CsvSource({"4,a\u00e9", "5,a\u00e9", "6,a\u00e9\u20ac", "7,a\u00e9\u20acb", "8,a\u00e9\u20acb"})
    void jsonIsNotCutWithinACharacter(int max, String left) throws Exception {
        HepContent content = new HepContent(1, false, Octets.of(":"), false, max);
        try (DatagramSocket collector = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            collector.setSoTimeout(60_000);
            int port = collector.getLocalPort();
            HepId id = new HepId("a", "127.0.0.1", port, HepTransport.UDP, 3, false);
            HepSender sender = new HepSender(
                    id,
                    () -> Outlet.udp("127.0.0.1", port),
                    new HepEncoder(id, content),
                    new HepStatistics(),
                    1 << 20,
                    _ -> {});
            sender.start();
            byte[] reply = "a\u00e9\u20acb".getBytes(UTF_8);
            new HepTap(sender, content, InstantSource.system())
                    .exchange(Tap.Ends.local(Tap.Ends.UDP), "datagram")
                    .reply(null, reply, 0, reply.length);

            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            collector.receive(packet);
            byte[] payload = HepPacket.read(packet.getData(), 0, packet.getLength())
                    .payload()
                    .toByteArray();
            assertThat(new String(payload, UTF_8)).contains("\"" + left + "\"");
            Farewell.close(List.of(sender));
        }
    }
}
