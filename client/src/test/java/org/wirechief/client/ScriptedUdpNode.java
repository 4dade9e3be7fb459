package org.wirechief.client;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.wirechief.net.LinuxThread;

/// A node on a free UDP port of loopback that does what a test says.
final class ScriptedUdpNode implements AutoCloseable {
    private final DatagramSocket socket;
    private final Thread thread;

    /// What the node does from the first request on.
    interface Talk {
        void play(Peer peer) throws Exception;
    }

    /// The client, as the node sees it.
    static final class Peer {
        private final DatagramSocket socket;
        private SocketAddress address = new InetSocketAddress(0);

        private Peer(DatagramSocket socket) {
            this.socket = socket;
        }

        /// Waits for the next request.
        ScriptedPeer.Request next() throws IOException {
            DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
            socket.receive(packet);
            address = packet.getSocketAddress();
            byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
            int lengthBytes = (bytes[1] >> 2 & 3) + 1;
            int cookieBytes = (bytes[1] & 3) + 1;
            int body = 2 + lengthBytes + cookieBytes;
            String cookie = HexFormat.of().formatHex(bytes, 2 + lengthBytes, body);
            return new ScriptedPeer.Request(
                    "0".repeat(8 - cookie.length()) + cookie, HexFormat.of().formatHex(bytes, body, bytes.length));
        }

        void send(String hex) throws IOException {
            byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
            socket.send(new DatagramPacket(bytes, bytes.length, address));
        }
    }

    ScriptedUdpNode(Talk talk) throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        thread = Thread.ofVirtual().start(() -> {
            try {
                talk.play(new Peer(socket));
            } catch (Exception e) {
                // the test has seen all it wanted and closed the socket
            }
        });
    }

    String address() {
        return "udp:127.0.0.1:" + socket.getLocalPort();
    }

    /// The port is free only when nobody waits at it any more.
    @Override
    public void close() {
        socket.close();
        LinuxThread.joinUnlessCurrent(thread);
    }
}
