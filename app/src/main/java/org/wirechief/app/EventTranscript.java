package org.wirechief.app;

import static org.wirechief.core.ParamType.TEXT;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramSocket;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.Door;

/// Subscribes to an event as a script does, has it raised, and shows what arrives.
final class EventTranscript {
    /// What `demo.hello` raises.
    static final EventType GREETED =
            EventType.named("E_DEMO_GREETED").summary("Somebody was greeted.").param("name", TEXT);

    private EventTranscript() {}

    /// @param mi the door of `mi_datagram`
    static void show(Door mi, PrintStream out) throws IOException {
        try (DatagramSocket events = new DatagramSocket(0, MiTalk.here());
                MiTalk talk = MiTalk.with(mi, out)) {
            String socket = "udp:127.0.0.1:" + events.getLocalPort();
            out.println("== event_datagram: text to " + socket);
            talk.ask(":event_subscribe:\n" + GREETED.name() + "\n" + socket + "\n");
            talk.ask(":demo.hello:\noperator\n");
            out.println("event: " + MiTalk.written(MiTalk.text(MiTalk.received(events))));
            talk.ask(":event_subscribe:\n" + GREETED.name() + "\n" + socket + "\n0\n");
        }
    }
}
