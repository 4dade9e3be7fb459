package org.wirechief.it.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.testkit.GoldenVector;

/// Sends the datagrams that a Kamailio was sent, over Unix sockets and UDP, to a live server of our
/// own and compares what comes back.
///
/// Kamailio cuts an answer into a datagram for each 96 pieces of it; here it is cut where one is
/// full, so the bytes are compared joined (spec ctl §7.6).
class DatagramVectorsIT {
    private static final int LONGEST_DATAGRAM = 65507;
    private static final HexFormat HEX = HexFormat.of();

    private static Judged datagrams() {
        return new Judged(Vectors.overDatagrams());
    }

    static Stream<Arguments> sameBytes() {
        return datagrams().byBytes();
    }

    static Stream<Arguments> sameShape() {
        return datagrams().byShape();
    }

    static Stream<Arguments> deviations() {
        return datagrams().byDeviation();
    }

    @ParameterizedTest
    @MethodSource
    void sameBytes(GoldenVector vector) throws IOException {
        assertAnswer(vector, vector.hasBytes("reply") ? vector.bytes("reply") : new byte[0]);
    }

    @ParameterizedTest
    @MethodSource
    void deviations(GoldenVector vector) throws IOException {
        assertAnswer(
                vector, HEX.parseHex(Deviations.BY_VECTOR.get(vector.name()).reply()));
    }

    private static void assertAnswer(GoldenVector vector, byte[] expected) throws IOException {
        try (LiveServer server = Stage.of(vector);
                RawDatagrams client = RawDatagrams.to(server.address(vector.text("transport")))) {
            send(vector, client);

            List<byte[]> answer = client.receiveAsLongAs(expected);
            assertThat(HEX.formatHex(RawDatagrams.joined(answer))).isEqualTo(HEX.formatHex(expected));
            assertThat(answer).hasSize((expected.length + LONGEST_DATAGRAM - 1) / LONGEST_DATAGRAM);
            assertNothingMore(client);
        }
    }

    @ParameterizedTest
    @MethodSource
    void sameShape(GoldenVector vector) throws IOException {
        try (LiveServer server = Stage.of(vector);
                RawDatagrams client = RawDatagrams.to(server.address(vector.text("transport")))) {
            send(vector, client);

            String shape = ShapeOnly.ofAnySize(vector.text("method"), Shape.of(client.receive()));
            assertThat(shape).isEqualTo(Shape.of(vector.bytes("reply")));
            assertNothingMore(client);
        }
    }

    private static void send(GoldenVector vector, RawDatagrams client) throws IOException {
        for (byte[] datagram : vector.pieces("request")) {
            client.send(datagram);
        }
    }

    /// A door answers in the order it is asked, so the answer to one more question is the next
    /// datagram.
    private static void assertNothingMore(RawDatagrams client) throws IOException {
        client.send(HEX.parseHex("a1000f07" + "910a636f72652e6563686f00" + "217800"));
        assertThat(HEX.formatHex(client.receive())).isEqualTo("a1100307" + "217800");
    }
}
