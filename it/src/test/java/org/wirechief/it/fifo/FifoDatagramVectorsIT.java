package org.wirechief.it.fifo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.testkit.GoldenVector;

/// The same in datagrams, over Unix sockets and UDP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FifoDatagramVectorsIT {
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
        return Stream.of("unixd", "udp")
                .flatMap(carrier -> FifoVectors.over(carrier).stream())
                .map(vector -> Arguments.argumentSet(vector.name(), vector));
    }

    @ParameterizedTest
    @MethodSource
    void asMeant(GoldenVector vector) throws IOException {
        play(vector, false);
    }

    @ParameterizedTest
    @MethodSource
    void asKamailio(GoldenVector vector) throws IOException {
        play(vector, true);
    }

    private void play(GoldenVector vector, boolean compat) throws IOException {
        FifoServer server = servers.get(compat);
        byte[] expected = FifoVectors.expected(vector, compat, server);
        byte[] answer = answer(vector, server);
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
    private static byte[] answer(GoldenVector vector, FifoServer server) throws IOException {
        String carrier = vector.text("transport").substring("fifo-".length());
        try (RawDatagrams client = RawDatagrams.to(server.address(carrier))) {
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
}
