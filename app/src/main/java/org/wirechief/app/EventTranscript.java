package org.wirechief.app;

import static org.wirechief.core.ParamType.TEXT;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.Door;

/// Subscribes to an event as a script does, has it raised, and shows what arrives.
final class EventTranscript {
    /// What `demo.hello` raises.
    static final EventType GREETED =
            EventType.named("E_DEMO_GREETED").summary("Somebody was greeted.").param("name", TEXT);

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LONGEST = 65_457;

    private EventTranscript() {}

    /// @param mi the door of `mi_datagram`
    static void show(Door mi, PrintStream out) throws IOException {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        try (DatagramSocket events = new DatagramSocket(0, here);
                DatagramSocket client = new DatagramSocket()) {
            client.connect(here, Integer.parseInt(mi.port()));
            String socket = "udp:127.0.0.1:" + events.getLocalPort();
            out.println("== event_datagram: text to " + socket);
            ask(client, ":event_subscribe:\n" + GREETED.name() + "\n" + socket + "\n", out);
            ask(client, ":demo.hello:\noperator\n", out);
            out.println("event: " + written(received(events)));
            ask(client, ":event_subscribe:\n" + GREETED.name() + "\n" + socket + "\n0\n", out);
        }
    }

    private static void ask(DatagramSocket client, String request, PrintStream out) throws IOException {
        out.println("> " + written(request));
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        client.send(new DatagramPacket(bytes, bytes.length));
        out.print(received(client));
    }

    private static String received(DatagramSocket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    private static String written(String text) {
        return text.replace("\n", "\\n");
    }
}
