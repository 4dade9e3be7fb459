package org.wirechief.it.eventdatagram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.it.live.Interpretation;
import org.wirechief.it.live.TempFolder;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// Has every captured event raised again that a request had raised, and compares the datagrams. The
/// others, which SIP traffic had raised, are read and written again where the codec is tested.
class EventVectorsIT {
    /// What arrives instead; the reasons stand in docs/interpretation.md.
    private static final Map<String, String> INSTEAD = Map.of(
            "ev.mi_arr1", "[\"a\"]",
            "ev.mi_arr3", "[\"a\",\"\",\"c \\\" \u00c3\u00a9\"]",
            "ev.mi_arrnum", "[\"1\",\"2.7\",\"-3\"]",
            "ev.mi_obj_big", "{\"big\":99999999999,\"e\":1000,\"z\":0}");

    /// Tested elsewhere: there it waits.
    private static final Set<String> NOT_PLAYED = Set.of("event/unix-queue-full");

    private static Stream<GoldenVector> texts() {
        return GoldenVectors.read("mi-text/events24").stream()
                .filter(vector -> request(vector).startsWith(":probe_raise:\n"))
                .filter(vector -> !NOT_PLAYED.contains(vector.name()));
    }

    private static Stream<GoldenVector> notifications() {
        return GoldenVectors.read("mi-json/events").stream()
                .filter(vector -> request(vector).contains("\"raise_event\""));
    }

    private static String request(GoldenVector vector) {
        return vector.hasBytes("request") ? new String(vector.bytes("request"), ISO_8859_1) : "";
    }

    private static String datagram(GoldenVector vector) {
        String instead = INSTEAD.get(vector.name());
        return instead == null
                ? new String(vector.bytes("reply"), ISO_8859_1)
                : "{\"jsonrpc\":\"2.0\",\"method\":\"E_SCRIPT\",\"params\":" + instead + "}";
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

    @Test
    void text() throws Exception {
        play(texts().toList(), EventDatagram.text().unsignedIntegers(true), "E_PROBE", "rc:: 0\n");
    }

    @Test
    void json() throws Exception {
        play(notifications().toList(), EventDatagram.json(), "E_SCRIPT", "\"result\":\"OK\"");
    }

    @Test
    void whatArrivesOtherwiseIsDocumented() throws IOException {
        Set<String> all = new TreeSet<>(INSTEAD.keySet());
        all.addAll(NOT_PLAYED);

        assertThat(Interpretation.firstColumn("## Event vectors that come out otherwise"))
                .containsAll(all);
        assertThat(Stream.concat(notifications(), GoldenVectors.read("mi-text/events24").stream())
                        .map(GoldenVector::name))
                .containsAll(all);
    }

    /// `publish/64`, `publish/65`, `publish/again`.
    @Test
    void namesAndNumbersOfWhatIsPublished() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text())) {
            int id = server.server().chief().events().list().size();
            assertThat(server.ask(":probe_publish:\n" + "E".repeat(64) + "\n"))
                    .isEqualTo("200 OK\nid:: " + id + "\n\n");
            assertThat(server.ask(":probe_publish:\n" + "F".repeat(65) + "\n")).isEqualTo("200 OK\nid:: -1\n\n");
            assertThat(server.ask(":probe_publish:\nE_PROBE\n"))
                    .isEqualTo("200 OK\nid:: " + server.source("E_PROBE").id() + "\n\n");
            assertThat(server.ask(":events_list:\n")).endsWith("\nEvent:: " + "E".repeat(64) + " id=" + id + "\n\n");
        }
    }

    /// `event-size/*`: beyond 16384 bytes the original damages itself.
    @Test
    void eventsMayBeAsLongAsADatagram() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text());
                EventReceiver udp = EventReceiver.udp("127.0.0.1")) {
            server.subscribe("E_PROBE", udp.name());
            for (int length : new int[] {1000, 16372, 65000}) {
                assertThat(server.ask(":probe_raisen:\nE_PROBE\n3\n" + length + "\nv\n1\n"))
                        .isEqualTo("200 OK\nrc:: 0\n\n");
                assertThat(udp.receive().text()).isEqualTo("E_PROBE\nnnn::" + "v".repeat(length) + "\n\n");
            }
            assertThat(server.ask(":probe_raisen:\nE_PROBE\n3\n66000\nv\n1\n")).isEqualTo("200 OK\nrc:: -1\n\n");
            assertThat(server.ask(":probe_raisen:\nE_PROBE\n3\n94\nv\n170\n")).isEqualTo("200 OK\nrc:: 0\n\n");
            assertThat(udp.receive().text()).hasSize(17009);
        }
    }
}
