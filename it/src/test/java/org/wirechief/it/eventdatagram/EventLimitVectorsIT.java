package org.wirechief.it.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.it.live.TempFolder;
import org.wirechief.testkit.GoldenVector;
import tools.jackson.databind.JsonNode;

/// The vectors about long events, and about one that nobody reads. 65457 bytes arrive over both
/// carriers; who raises more is told, and nobody gets it.
class EventLimitVectorsIT {
    private static final int LONGEST = 65457;

    /// That both got it, or nobody, is what was captured, but for what is documented.
    private static void compare(GoldenVector vector, int length, String event, boolean arrives) {
        List<String> got = vector.json()
                .get("received")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
        List<String> ours = arrives ? List.of("[\"udp4\"," + length + "]", "[\"unix\"," + length + "]") : List.of();
        if (EventExpected.LENGTHS.contains(vector.name())) {
            assertThat(ours).as(vector.name()).isNotEqualTo(got);
        } else {
            assertThat(ours).as(vector.name()).isEqualTo(got);
        }
        if (vector.hasBytes("reply")) {
            assertThat(event).as(vector.name()).startsWith(EventGroup.reply(vector));
        }
    }

    /// What `probe_raisen` raises: name, length of names, length of values, byte, how many.
    private static String raised(String request) {
        String[] lines = request.split("\n");
        String parameter =
                "n".repeat(Integer.parseInt(lines[2])) + "::" + lines[4].repeat(Integer.parseInt(lines[3])) + "\n";
        return lines[1] + "\n" + parameter.repeat(Integer.parseInt(lines[5])) + "\n";
    }

    @Test
    void text() throws Exception {
        try (TempFolder folder = TempFolder.create();
                EventServer server = EventServer.start(EventDatagram.text());
                EventReceiver udp = EventReceiver.udp("127.0.0.1");
                EventReceiver unix = EventReceiver.unix(folder.resolve("x"))) {
            server.subscribe("E_PROBE", udp.name());
            server.subscribe("E_PROBE", unix.name());
            for (GoldenVector vector : EventGroup.LONG.ofText()) {
                String expected = raised(EventGroup.request(vector));

                assertThat(server.ask(vector.bytes("request")))
                        .as(vector.name())
                        .isEqualTo("200 OK\nrc:: 0\n\n");

                assertThat(udp.receive().text()).as(vector.name()).isEqualTo(expected);
                assertThat(unix.receive().text()).as(vector.name()).isEqualTo(expected);
                compare(vector, expected.length(), expected, true);
            }
            String tooLong = ":probe_raisen:\nE_PROBE\n3\n" + (LONGEST + 1 - 15) + "\nv\n1\n";
            assertThat(server.ask(tooLong)).isEqualTo("200 OK\nrc:: -1\n\n");
        }
    }

    /// An event so long, as the captured ones are made: control bytes, which take six bytes each.
    private static String value(int length) {
        int room = length - event("").length();
        return "\u0001".repeat(room / 6) + "x".repeat(room % 6);
    }

    private static String event(String value) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"E_SCRIPT\",\"params\":{\"k\":\"" + value.replace("\u0001", "\\u0001")
                + "\"}}";
    }

    @Test
    void json() throws Exception {
        try (TempFolder folder = TempFolder.create();
                EventServer server = EventServer.start(EventDatagram.json());
                EventReceiver udp = EventReceiver.udp("127.0.0.1");
                EventReceiver unix = EventReceiver.unix(folder.resolve("x"))) {
            server.subscribe("E_SCRIPT", udp.name());
            server.subscribe("E_SCRIPT", unix.name());
            for (GoldenVector vector : EventGroup.LONG.ofJson()) {
                int length = vector.json().get("event_len").intValue();
                String value = value(length);
                String request =
                        "{\"jsonrpc\":\"2.0\",\"method\":\"raise_event\",\"params\":[\"E_SCRIPT\",\"{\\\"k\\\":\\\""
                                + value + "\\\"}\"],\"id\":1}";
                assertThat(request).as(vector.name()).startsWith(EventGroup.request(vector));

                String answer = server.ask(request);

                boolean arrives = length <= LONGEST;
                compare(vector, length, event(value), arrives);
                if (arrives) {
                    assertThat(answer).as(vector.name()).contains("\"result\":\"OK\"");
                    assertThat(udp.receive().text()).as(vector.name()).isEqualTo(event(value));
                    assertThat(unix.receive().text()).as(vector.name()).isEqualTo(event(value));
                } else {
                    assertThat(answer).as(vector.name()).contains("\"error\":", "takes " + length + " bytes");
                }
            }
            server.json("raise_event", "[\"E_SCRIPT\"]");
            // nothing else came before
            assertThat(udp.receive().text()).endsWith("\"method\":\"E_SCRIPT\"}");
            assertThat(unix.receive().text()).endsWith("\"method\":\"E_SCRIPT\"}");
        }
    }

    /// The original loses all but eleven.
    @Test
    void whatNobodyReadsWaits() throws Exception {
        GoldenVector vector = EventGroup.UNREAD.ofText().getFirst();
        assertThat(EventGroup.UNREAD.ofText()).hasSize(1);
        try (TempFolder folder = TempFolder.create();
                EventServer server = EventServer.start(EventDatagram.text().sendTimeout(Duration.ofMinutes(5)));
                EventReceiver unix = EventReceiver.asleep(folder.resolve("x"))) {
            server.subscribe("E_RET", unix.name());
            for (int i = 0; i < 20; i++) {
                assertThat(server.ask(EventGroup.request(vector).replace("#i", "#" + i)))
                        .isEqualTo("200 OK\nrc:: 0\n\n");
            }

            unix.wake();

            List<String> all = IntStream.range(0, 20)
                    .mapToObj(i -> "E_RET\nseq::" + i + "\n\n")
                    .toList();
            for (String expected : all) {
                assertThat(unix.receive().text()).isEqualTo(expected);
            }
            assertThat(all.get(10)).isEqualTo(EventGroup.reply(vector));
        }
    }
}
