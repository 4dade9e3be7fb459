package org.wirechief.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wirechief.endpoint.Door;

/// Requests of MI text over UDP, byte for byte as a script sends them, and what comes back.
final class MiTranscript {
    private static final List<String> REQUESTS = List.of(":demo.hello:\noperator\n", ":demo.hello:\n");
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LONGEST = 65_457;

    private MiTranscript() {}

    static void show(Door door, PrintStream out) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(door.port()));
            for (String request : REQUESTS) {
                out.println("> " + request.replace("\n", "\\n"));
                byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(bytes, bytes.length));
                DatagramPacket answer = new DatagramPacket(new byte[LONGEST], LONGEST);
                socket.receive(answer);
                out.print(new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8));
            }
        }
    }

    /// What to type for the same.
    static String byHand(Door door) {
        return "  printf ':demo.hello:\\noperator\\n' | nc -u -w1 127.0.0.1 " + door.port();
    }
}
