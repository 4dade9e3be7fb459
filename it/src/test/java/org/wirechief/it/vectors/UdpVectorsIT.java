package org.wirechief.it.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.standin.StandIns;
import org.wirechief.testkit.GoldenVector;

/// Every UDP vector sent as it was captured. That a request gets no answer shows on the next one,
/// whose answer is the next datagram.
final class UdpVectorsIT {
    private static final String NOTHING = "";

    /// What is answered otherwise, see docs/interpretation.md.
    private static final Map<String, String> DEVIATIONS = Map.of(
            "malformed/udp/msgtype-1", NOTHING,
            "malformed/udp/msgtype-3", NOTHING,
            "basic/udp/methodSignature", "a1131c0badcafe911a636f72652e6563686f205b76616c75653a616e79202e2e2e5d00");

    private static final HexFormat HEX = HexFormat.of();

    private static boolean isUdp(GoldenVector vector) {
        return vector.text("transport").equals("udp") && !NotServed.covers(vector.text("method"));
    }

    static List<GoldenVector> sameBytes() {
        return Vectors.all().stream()
                .filter(UdpVectorsIT::isUdp)
                .filter(vector -> !Vectors.isShapeOnly(vector))
                .filter(vector -> !vector.name().contains("htable-dump"))
                .filter(vector -> !vector.name().contains("structs-exceed"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void sameBytes(GoldenVector vector) throws IOException {
        StandIns world = new StandIns();
        Presumed.state(vector, world);
        try (LiveServer server = LiveServer.start(
                        world::addTo, ctl -> Presumed.parameters(vector).apply(ctl.udp("127.0.0.1", 0)));
                DatagramSocket client = client(server)) {
            String expected = DEVIATIONS.getOrDefault(vector.name(), captured(vector));

            send(client, vector.bytes("request"));
            assertThat(received(client, expected.length() / 2)).isEqualTo(expected);

            send(client, HEX.parseHex("a1000f07" + "910a636f72652e6563686f00" + "217800"));
            assertThat(received(client, 7)).isEqualTo("a1100307" + "217800");
        }
    }

    private static String captured(GoldenVector vector) {
        StringBuilder all = new StringBuilder();
        if (vector.hasBytes("reply")) {
            vector.pieces("reply").forEach(datagram -> all.append(HEX.formatHex(datagram)));
        }
        return all.toString();
    }

    private static DatagramSocket client(LiveServer server) throws IOException {
        String address = server.address("udp");
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        DatagramSocket socket = new DatagramSocket();
        socket.connect(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(DatagramSocket socket, byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length));
    }

    private static String received(DatagramSocket socket, int length) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
        while (all.size() < length) {
            socket.receive(packet);
            all.write(packet.getData(), 0, packet.getLength());
        }
        return HEX.formatHex(all.toByteArray());
    }
}
