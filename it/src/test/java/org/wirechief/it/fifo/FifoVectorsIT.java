package org.wirechief.it.fifo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.client.Client;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.StreamPlay;
import org.wirechief.testkit.GoldenVector;

/// Sends the requests of the line protocol that a Kamailio was sent to a server of our own, as the
/// protocol was meant and with `fifo_compat`, write for write, and compares what comes back and
/// whether a connection stays open.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FifoVectorsIT {
    private static final String LAST = ":zz.last:\n\n";
    private static final String LAST_ANSWER = "500 Command 'zz.last' not found\n";

    private Map<Boolean, FifoServer> servers = Map.of();

    @BeforeAll
    void start() throws IOException {
        servers = Map.of(true, FifoServer.start(true), false, FifoServer.start(false));
    }

    @AfterAll
    void stop() throws IOException {
        for (FifoServer server : servers.values()) {
            server.close();
        }
    }

    static Stream<Arguments> asMeant() {
        return vectors();
    }

    static Stream<Arguments> asKamailio() {
        return vectors();
    }

    private static Stream<Arguments> vectors() {
        return Stream.of("unixs", "tcp", "unixd", "udp", "fifo")
                .flatMap(carrier -> FifoVectors.over(carrier).stream())
                .map(vector -> Arguments.argumentSet(vector.name(), vector));
    }

    /// What was sent over sockets means the same on the FIFO, once it names a reply FIFO: every
    /// request whose first line is one, and that is whole and alone.
    static Stream<Arguments> asOverSockets() {
        return FifoVectors.over("unixd").stream()
                .filter(FifoPipePlay::isForThis)
                .map(vector -> Arguments.argumentSet(vector.name(), vector));
    }

    @ParameterizedTest
    @MethodSource
    @ResourceLock("reply FIFOs of the vectors")
    void asMeant(GoldenVector vector) throws Exception {
        play(vector, false);
    }

    @ParameterizedTest
    @MethodSource
    @ResourceLock("reply FIFOs of the vectors")
    void asKamailio(GoldenVector vector) throws Exception {
        play(vector, true);
    }

    @ParameterizedTest
    @MethodSource
    void asOverSockets(GoldenVector vector) throws Exception {
        FifoPipePlay.playOfSockets(vector, server(false));
    }

    @Test
    void thereAreManySuchRequests() {
        assertThat(asOverSockets()).hasSizeGreaterThan(35);
    }

    private FifoServer server(boolean compat) {
        return Objects.requireNonNull(servers.get(compat));
    }

    private void play(GoldenVector vector, boolean compat) throws Exception {
        FifoServer server = server(compat);
        // fifo-udp, or fifo alone
        String carrier = vector.text("transport").replaceFirst("^fifo-", "");
        switch (carrier) {
            case "unixd", "udp" -> overDatagrams(vector, compat, server, carrier);
            case "unixs", "tcp" -> overStream(vector, compat, server, carrier);
            case "fifo" -> FifoPipePlay.play(vector, compat, server);
            default -> throw new IllegalArgumentException(carrier);
        }
    }

    private static void overDatagrams(GoldenVector vector, boolean compat, FifoServer server, String carrier)
            throws IOException {
        byte[] expected = FifoVectors.expected(vector, compat, server);
        byte[] answer = answer(vector, server.address(carrier));
        if (FifoVectors.isBeginning(expected)) {
            assertThat(FifoVectors.latin(answer))
                    .startsWith(FifoVectors.latin(expected).replace("*", ""));
        } else if (FifoVectors.hasOwnValues(vector, compat)) {
            assertThat(FifoVectors.shape(answer, !compat)).isEqualTo(FifoVectors.shape(expected, false));
        } else {
            assertThat(FifoVectors.latin(answer)).isEqualTo(FifoVectors.latin(expected));
        }
    }

    /// A door answers in the order it is asked, so all that comes before the answer to one more
    /// request is the answer to these.
    private static byte[] answer(GoldenVector vector, String address) throws IOException {
        try (RawDatagrams client = RawDatagrams.to(address)) {
            for (byte[] datagram : vector.pieces("request")) {
                client.send(datagram);
            }
            client.send(FifoVectors.latin(LAST));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] datagram = client.receive();
            while (!FifoVectors.latin(datagram).equals(LAST_ANSWER)) {
                answer.writeBytes(datagram);
                datagram = client.receive();
            }
            return answer.toByteArray();
        }
    }

    private static void overStream(GoldenVector vector, boolean compat, FifoServer server, String carrier)
            throws IOException {
        awaitNobody(server);
        try (RawStream stream = RawStream.to(server.address(carrier))) {
            StreamPlay play = new StreamPlay(vector, stream, () -> assertAlive(server));
            play.request();
            assertAnswer(vector, compat, server, stream);
            play.assertAfter();
        }
    }

    private static void assertAnswer(GoldenVector vector, boolean compat, FifoServer server, RawStream stream)
            throws IOException {
        byte[] expected = FifoVectors.expected(vector, compat, server);
        if (FifoVectors.isBeginning(expected)) {
            assertThat(FifoVectors.latin(stream.receiveSome()))
                    .startsWith(FifoVectors.latin(expected).replace("*", ""));
        } else if (FifoVectors.hasOwnValues(vector, compat) || vector.flag("volatile")) {
            assertAlive(server);
            byte[] answer = stream.receiveSome();
            assertThat(FifoVectors.shape(answer, !compat)).isEqualTo(FifoVectors.shape(expected, false));
        } else {
            assertThat(FifoVectors.latin(stream.receiveAsLongAs(expected))).isEqualTo(FifoVectors.latin(expected));
        }
    }

    /// Who asks how many connections there are shall be the only one.
    private static void awaitNobody(FifoServer server) {
        Awaitility.await()
                .atMost(RawStream.LIMIT)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> server.statistic("accepted") == server.statistic("closed"));
    }

    private static void assertAlive(FifoServer server) throws IOException {
        for (int i = 0; i < 2; i++) {
            try (Client client = Client.connect(server.live().address("unixs"))) {
                assertThat(client.call("core.echo", "x").asText()).isEqualTo("x");
            }
        }
    }
}
