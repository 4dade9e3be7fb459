package org.wirechief.it.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.StreamPlay;
import org.wirechief.testkit.GoldenVector;

/// Sends the requests that a Kamailio was sent over streams to a live server of our own, byte for
/// byte and write for write, and compares what comes back, and whether the connection stays open.
///
/// Each vector meets a server of its own with the state it presumes.
class VectorsIT {
    private static Judged streams() {
        return new Judged(Vectors.overStreams());
    }

    static Stream<Arguments> sameBytes() {
        return streams().byBytes();
    }

    static Stream<Arguments> sameShape() {
        return streams().byShape();
    }

    static Stream<Arguments> deviations() {
        return streams().byDeviation();
    }

    @ParameterizedTest
    @MethodSource
    void sameBytes(GoldenVector vector) throws IOException {
        try (LiveServer server = Stage.of(vector);
                RawStream stream = server.connect(vector.text("transport"))) {
            StreamPlay play = new StreamPlay(vector, stream, () -> assertAlive(server));
            play.request();

            assertReply(vector.hasBytes("reply") ? vector.bytes("reply") : new byte[0], stream);

            play.assertAfter();
        }
    }

    @ParameterizedTest
    @MethodSource
    void sameShape(GoldenVector vector) throws IOException {
        try (LiveServer server = Stage.of(vector);
                RawStream stream = server.connect(vector.text("transport"))) {
            StreamPlay play = new StreamPlay(vector, stream, () -> assertAlive(server));
            play.request();

            String shape = ShapeOnly.ofAnySize(vector.text("method"), Shape.of(stream.receivePacket()));
            assertThat(shape).isEqualTo(Shape.of(vector.bytes("reply")));

            play.assertAfter();
        }
    }

    @ParameterizedTest
    @MethodSource
    void deviations(GoldenVector vector) throws IOException {
        Deviation deviation = Deviations.BY_VECTOR.get(vector.name());
        try (LiveServer server = Stage.of(vector);
                RawStream stream = server.connect(vector.text("transport"))) {
            StreamPlay play = new StreamPlay(vector, stream, () -> assertAlive(server));
            play.request();

            assertReply(HexFormat.of().parseHex(deviation.reply()), stream);

            play.assertAfter();
        }
    }

    private static void assertReply(byte[] expected, RawStream stream) throws IOException {
        assertThat(HexFormat.of().formatHex(stream.receiveAsLongAs(expected)))
                .isEqualTo(HexFormat.of().formatHex(expected));
    }

    /// A good call on a new connection.
    private static void assertAlive(LiveServer server) throws IOException {
        for (int i = 0; i < 2; i++) {
            try (RawStream other = server.connect("unixs")) {
                other.send(HexFormat.of().parseHex("a1000f07" + "910a636f72652e6563686f00" + "217800"));
                assertReply(HexFormat.of().parseHex("a1100307" + "217800"), other);
            }
        }
    }
}
