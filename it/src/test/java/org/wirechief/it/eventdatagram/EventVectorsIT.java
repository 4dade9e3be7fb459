package org.wirechief.it.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.it.live.TempFolder;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.wire.event.ReceivedEvent;

/// Has every captured event raised again, and compares the datagrams.
class EventVectorsIT {
    private static String datagram(GoldenVector vector) {
        String captured = EventGroup.reply(vector);
        String instead = EventExpected.PARAMS.get(vector.name());
        if (instead == null) {
            return captured;
        }
        String otherwise = "{\"jsonrpc\":\"2.0\",\"method\":\"E_SCRIPT\",\"params\":" + instead + "}";
        assertThat(otherwise).as(vector.name()).isNotEqualTo(captured);
        return otherwise;
    }

    private static void play(List<GoldenVector> vectors, EventDatagram module, String event, String done)
            throws IOException, InterruptedException {
        assertThat(vectors).hasSizeGreaterThan(10);
        SoftAssertions all = new SoftAssertions();
        try (TempFolder folder = TempFolder.create();
                EventServer server = EventServer.start(module);
                EventReceiver udp = EventReceiver.udp("127.0.0.1");
                EventReceiver unix = EventReceiver.unix(folder.resolve("x"))) {
            server.subscribe(event, udp.name());
            server.subscribe(event, unix.name());
            for (GoldenVector vector : vectors) {
                all.assertThat(server.ask(vector.bytes("request")))
                        .as(vector.name())
                        .contains(done);
                String expected = datagram(vector);
                all.assertThat(udp.receive().text()).as(vector.name()).isEqualTo(expected);
                all.assertThat(unix.receive().text()).as(vector.name()).isEqualTo(expected);
            }
        }
        all.assertAll();
    }

    /// What our reader finds in each is raised here.
    private static void playRead(List<GoldenVector> vectors, EventDatagram module)
            throws IOException, InterruptedException, ProtocolError {
        assertThat(vectors).hasSizeGreaterThan(10);
        SoftAssertions all = new SoftAssertions();
        try (TempFolder folder = TempFolder.create();
                EventServer server = EventServer.start(module);
                EventReceiver udp = EventReceiver.udp("127.0.0.1");
                EventReceiver unix = EventReceiver.unix(folder.resolve("x"))) {
            for (GoldenVector vector : vectors) {
                byte[] captured = vector.bytes("reply");
                Event event = ReceivedEvent.read(captured, 0, captured.length).event();
                String name = event.name().toString();
                EventSource source = server.server().chief().events().publish(EventType.named(name));
                server.subscribe(name, udp.name());
                server.subscribe(name, unix.name());

                source.raise(event::parameters);

                String expected = EventGroup.reply(vector);
                all.assertThat(udp.receive().text()).as(vector.name()).isEqualTo(expected);
                all.assertThat(unix.receive().text()).as(vector.name()).isEqualTo(expected);
            }
        }
        all.assertAll();
    }

    @Test
    void text() throws Exception {
        play(EventGroup.RAISED.ofText(), EventDatagram.text().unsignedIntegers(true), "E_PROBE", "200 OK\nrc:: 0\n");
    }

    @Test
    void json() throws Exception {
        play(EventGroup.RAISED.ofJson(), EventDatagram.json(), "E_SCRIPT", "\"result\":\"OK\"");
    }

    @Test
    void textOfSipTraffic() throws Exception {
        playRead(EventGroup.READ.ofText(), EventDatagram.text());
    }

    @Test
    void jsonOfSipTraffic() throws Exception {
        playRead(EventGroup.READ.ofJson(), EventDatagram.json());
    }
}
