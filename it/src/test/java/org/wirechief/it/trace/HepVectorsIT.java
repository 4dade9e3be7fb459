package org.wirechief.it.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Octets;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.wire.hep.Hep3;
import org.wirechief.wire.hep.HepPacket;

/// Sends every request whose packets were seen to a server configured alike, and compares the
/// packets chunk by chunk, and which of them belong together.
class HepVectorsIT {
    private static final String JSON_MARK = "{\"jsonrpc\":\"2.0\",\"method\":\"nosuchmark\",\"id\":\"mark\"}";
    private static final String JSON_MARKED =
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"},\"id\":\"mark\"}";
    private static final String TEXT_MARK = ":nosuchmark:\n";
    private static final String TEXT_MARKED = "500 command not available\n";

    /// Where the captured servers listened.
    private static final Set<Integer> THEIR_PORTS = Set.of(28080, 28081);

    /// Bytes of a reply that are told.
    private static final int TOLD = 128;

    static Stream<TraceSession> sessions() {
        return TraceSession.all();
    }

    /// What came back for a request, and the packets about it.
    private record Came(String answer, List<HepPacket> packets) {}

    @ParameterizedTest
    @MethodSource
    void sessions(TraceSession session) throws Exception {
        SoftAssertions all = new SoftAssertions();
        assertThat(session.requests()).isNotEmpty();
        try (TraceCollector collector = session.collector();
                TracedServer server = session.server(collector);
                RawDatagrams client = server.datagrams()) {
            for (TraceSession.Request request : session.requests()) {
                Came came = request.isFifo()
                        ? overFifo(server, collector, request)
                        : overDatagrams(session, server, collector, client, request);
                judge(all, session, server.ports(), request, came);
                assertPaired(all, request, came);
            }
            await().atMost(RawStream.LIMIT).until(() -> server.hep("traced") == server.hep("sent"));
            assertThat(collector.malformed()).isZero();
        }
        all.assertAll();
    }

    /// What is traced of a request was counted when it is answered; a mark is always answered, and
    /// says that the request was.
    private static Came overDatagrams(
            TraceSession session,
            TracedServer server,
            TraceCollector collector,
            RawDatagrams client,
            TraceSession.Request request)
            throws Exception {
        long before = server.hep("traced");
        client.send(request.bytes());
        client.send((session.isText() ? TEXT_MARK : JSON_MARK).getBytes(ISO_8859_1));
        String marked = session.isText() ? TEXT_MARKED : JSON_MARKED;
        StringBuilder answer = new StringBuilder();
        String next = text(client);
        if (!next.equals(marked) || new String(request.bytes(), ISO_8859_1).startsWith(":nope") || isGarbage(request)) {
            answer.append(next);
            next = text(client);
        }
        assertThat(next).isEqualTo(marked);
        List<HepPacket> packets = packets(collector, server.hep("traced") - before);
        int marks = session.tracesUnknown() ? 2 : 0;
        return new Came(answer.toString(), packets.subList(0, packets.size() - marks));
    }

    /// It is answered as the mark is.
    private static boolean isGarbage(TraceSession.Request request) {
        return request.subject().endsWith("/garbage") || request.subject().endsWith("/unknown");
    }

    private static Came overFifo(TracedServer server, TraceCollector collector, TraceSession.Request request)
            throws Exception {
        long before = server.hep("traced");
        String text = new String(request.bytes(), ISO_8859_1);
        int times = text.split(":r1:", -1).length - 1;
        String answer;
        if (times == 0) {
            server.write(request.bytes());
            String mark = server.askFifo((":r1:" + JSON_MARK).getBytes(ISO_8859_1), 1);
            assertThat(mark).isEqualTo(JSON_MARKED);
            List<HepPacket> packets = packets(collector, server.hep("traced") - before);
            return new Came("", packets.subList(0, packets.size() - 2));
        }
        answer = server.askFifo(request.bytes(), times);
        return new Came(answer, packets(collector, server.hep("traced") - before));
    }

    private static String text(RawDatagrams client) throws Exception {
        return new String(client.receive(), ISO_8859_1);
    }

    private static List<HepPacket> packets(TraceCollector collector, long count) throws InterruptedException {
        List<HepPacket> packets = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            packets.add(collector.next());
        }
        return packets;
    }

    private static void judge(
            SoftAssertions all, TraceSession session, Set<Integer> ports, TraceSession.Request request, Came came)
            throws Exception {
        Integer otherwise = TraceDeviations.OTHERWISE.get(request.subject());
        if (otherwise != null || request.expected().isEmpty()) {
            all.assertThat(came.packets()).as(request.subject()).hasSize(otherwise == null ? 0 : otherwise);
        }
        if (otherwise != null) {
            all.assertThat(theirPackets(request))
                    .as(request.subject() + " is as there")
                    .isNotEqualTo(otherwise);
        }
        for (Map.Entry<Integer, GoldenVector> expected : request.expected().entrySet()) {
            GoldenVector vector = expected.getValue();
            int place = expected.getKey();
            if (otherwise != null && place >= otherwise) {
                continue;
            }
            all.assertThat(came.packets()).as(vector.name()).hasSizeGreaterThan(place);
            if (came.packets().size() > place) {
                byte[] bytes = TraceSession.packet(vector);
                boolean callerTold = session.carrier().equals("udp4") && !request.isFifo();
                boolean isRequest = place % 2 == 0;
                List<String> ours = new MaskedPacket(callerTold, isRequest, ports)
                        .lines(came.packets().get(place));
                List<String> theirs = new MaskedPacket(callerTold, isRequest, THEIR_PORTS)
                        .lines(HepPacket.read(bytes, 0, bytes.length));
                if (TraceDeviations.OTHER_ANSWER.contains(vector.name())) {
                    all.assertThat(ours).as(vector.name() + " is as there").isNotEqualTo(theirs);
                    theirs = withPayload(theirs, payload(session, came.answer()));
                }
                all.assertThat(ours).as(vector.name()).isEqualTo(theirs);
            }
        }
    }

    /// As far as they are known; not every one was kept.
    private static int theirPackets(TraceSession.Request request) {
        return request.expected().keySet().stream()
                .mapToInt(place -> place + 1)
                .max()
                .orElse(0);
    }

    /// Where several packets of a request were seen, the same ones of ours have one correlation id;
    /// and a request and its answer have.
    private static void assertPaired(SoftAssertions all, TraceSession.Request request, Came came) throws Exception {
        List<Octets> theirs = new ArrayList<>();
        List<Octets> ours = new ArrayList<>();
        for (Map.Entry<Integer, GoldenVector> expected : request.expected().entrySet()) {
            byte[] bytes = TraceSession.packet(expected.getValue());
            if (expected.getKey() < came.packets().size()
                    && HepPacket.read(bytes, 0, bytes.length) instanceof Hep3 packet) {
                theirs.add(packet.correlation());
                ours.add(correlation(came.packets().get(expected.getKey())));
            }
        }
        all.assertThat(firsts(ours)).as(request.subject()).isEqualTo(firsts(theirs));
        if (came.packets().size() == 2 && came.packets().getFirst() instanceof Hep3 asked) {
            all.assertThat(correlation(came.packets().getLast()))
                    .as(request.subject())
                    .isEqualTo(asked.correlation());
        }
    }

    private static Octets correlation(HepPacket packet) {
        return ((Hep3) packet).correlation();
    }

    /// Of each where it stood first.
    private static List<Integer> firsts(List<Octets> ids) {
        return ids.stream().map(ids::indexOf).toList();
    }

    private static List<String> withPayload(List<String> lines, String payload) {
        return lines.stream()
                .map(line -> line.startsWith("PAYLOAD ") ? "PAYLOAD " + payload : line)
                .toList();
    }

    /// How an answer of ours has to be told.
    private static String payload(TraceSession session, String answer) {
        String told = answer.substring(0, Math.min(TOLD, answer.length()));
        if (session.homer5()) {
            String status = session.isText()
                    ? answer.substring(0, 3)
                            + session.delimiter()
                            + answer.substring(4, answer.indexOf('\n'))
                            + session.delimiter()
                    : "";
            return status + told;
        }
        String escaped = told.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        String status = session.isText()
                ? "\t\"code\":\t\"" + answer.substring(0, 3) + "\",\n\t\"reason\":\t\""
                        + answer.substring(4, answer.indexOf('\n')) + "\",\n"
                : "";
        return "{\n" + status + "\t\"reply\":\t\"" + escaped + "\"\n}";
    }
}
