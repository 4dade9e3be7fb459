package org.wirechief.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.wirechief.endpoint.Door;

/// Asks `mi_datagram` over UDP as a script does, and shows what is said.
record MiTalk(DatagramSocket socket, PrintStream out) implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LONGEST = 65_507;

    static MiTalk with(Door door, PrintStream out) throws IOException {
        DatagramSocket socket = new DatagramSocket();
        socket.connect(here(), Integer.parseInt(door.port()));
        return new MiTalk(socket, out);
    }

    /// This machine, for a socket that something is sent to.
    static InetAddress here() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    void ask(String request) throws IOException {
        out.println("> " + written(request));
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length));
        out.print(text(received(socket)));
    }

    /// The next datagram of a socket.
    static DatagramPacket received(DatagramSocket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        socket.receive(packet);
        return packet;
    }

    static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    /// On one line.
    static String written(String text) {
        return text.replace("\n", "\\n");
    }

    @Override
    public void close() {
        socket.close();
    }
}
