package org.wirechief.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;

/// An address that may not call gets one answer in 10 s, so that nobody can have this server send
/// traffic to an address he forged; each request is counted.
class RefusalIT {
    private static final int REQUESTS = 20;

    private static String reason(String address) {
        return address + " may not call: modparam(\"ctl\", \"allow_from\", \"" + address + "\") lets it in";
    }

    @Test
    void overUdp() throws IOException {
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder, ctl -> ctl.allowFrom("192.0.2.0/24"));
                DatagramSocket one = from("127.0.0.1");
                DatagramSocket sameAddress = from("127.0.0.1");
                DatagramSocket other = from("127.0.0.2")) {
            for (int i = 1; i <= REQUESTS; i++) {
                send(one, server, Packet.request(i, "core.echo", "x"));
                send(sameAddress, server, Packet.request(i, "core.echo", "x"));
            }
            assertThat(receive(one)).isEqualTo(Packet.fault(1, 403, reason("127.0.0.1")));
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("ctl", "refused") == 2 * REQUESTS);
            assertSilent(one);
            assertSilent(sameAddress);

            send(other, server, Packet.request(7, "core.echo", "x"));
            assertThat(receive(other)).isEqualTo(Packet.fault(7, 403, reason("127.0.0.2")));
            assertThat(server.statistic("ctl", "requests")).isZero();
        }
    }

    /// What is no request gets no refusal either.
    @Test
    void garbageOverUdpIsNotAnswered() throws IOException {
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder, ctl -> ctl.allowFrom("192.0.2.0/24"));
                DatagramSocket one = from("127.0.0.1")) {
            send(one, server, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
            send(one, server, Packet.reply(1, "x"));
            send(one, server, Packet.request(2, "core.echo", "x"));

            assertThat(receive(one)).isEqualTo(Packet.fault(2, 403, reason("127.0.0.1")));
            assertSilent(one);
        }
    }

    /// On a stream whoever is refused is closed, with an answer or without.
    @Test
    void overTcp() throws IOException {
        try (LiveServer server = LiveServer.start(builder -> builder, ctl -> ctl.allowFrom("192.0.2.0/24"))) {
            for (int i = 0; i < 3; i++) {
                try (RawStream stream = server.connect("tcp")) {
                    stream.send(Packet.request(1, "core.echo", "x"));
                    byte[] answer = i == 0 ? Packet.fault(1, 403, reason("127.0.0.1")) : new byte[0];
                    assertThat(stream.receiveAll()).isEqualTo(answer);
                }
            }
            assertThat(server.statistic("ctl", "refused")).isEqualTo(3);
        }
    }

    private static DatagramSocket from(String address) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
        socket.setSoTimeout((int) RawStream.LIMIT.toMillis());
        return socket;
    }

    private static void send(DatagramSocket socket, LiveServer server, byte[] bytes) throws IOException {
        String[] parts = server.address("udp").split(":");
        socket.send(
                new DatagramPacket(bytes, bytes.length, InetAddress.ofLiteral(parts[1]), Integer.parseInt(parts[2])));
    }

    private static byte[] receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    /// Nothing is there, and nothing comes for a moment.
    private static void assertSilent(DatagramSocket socket) throws IOException {
        socket.setSoTimeout(200);
        assertThatThrownBy(() -> receive(socket)).isInstanceOf(SocketTimeoutException.class);
    }
}
