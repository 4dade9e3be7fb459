package org.wirechief.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Value;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.ReplyBuffer;

/// Every JSON reply that OpenSIPS gave, read and written again: the bytes are the same, also when
/// what was read is built into values in between.
class CapturedRepliesTest {
    private final ReplyBuffer out = new ReplyBuffer();

    static Stream<GoldenVector> compact() {
        return replies(List.of(
                "mi_datagram_udp4",
                "mi_datagram_udp6",
                "mi_datagram_unix",
                "builtins_udp4",
                "builtins_udp4_extra",
                "builtins_udp4_state"));
    }

    static Stream<GoldenVector> pretty() {
        return replies(List.of("builtins_udp4_pretty"));
    }

    private static Stream<GoldenVector> replies(List<String> files) {
        return files.stream()
                .flatMap(file -> GoldenVectors.read("mi-json/" + file).stream())
                .filter(vector -> vector.hasBytes("reply") && !vector.flag("cut"))
                .filter(vector -> vector.bytes("reply")[0] == '{');
    }

    @ParameterizedTest
    @MethodSource
    void compact(GoldenVector vector) {
        byte[] reply = vector.bytes("reply");
        JsonWriter writer = new JsonWriter(out);

        writer.value(read(reply));
        assertThat(hex()).isEqualTo(HexFormat.of().formatHex(reply));

        out.clear();
        Value value = read(reply).value();
        assertThat(value).isNotNull();
        writer.value(value);
        assertThat(hex()).isEqualTo(HexFormat.of().formatHex(reply));
    }

    @ParameterizedTest
    @MethodSource
    void pretty(GoldenVector vector) {
        byte[] reply = vector.bytes("reply");
        new JsonWriter(out).value(read(reply));
        byte[] compact = Arrays.copyOf(out.bytes(), out.size());

        out.clear();
        JsonLayout.pretty(compact, 0, compact.length, out);

        assertThat(hex()).isEqualTo(HexFormat.of().formatHex(reply));
    }

    @Test
    void thereAreVectors() {
        assertThat(compact().count()).isGreaterThan(200);
        assertThat(pretty().count()).isGreaterThan(130);
    }

    private static JsonValue read(byte[] reply) {
        JsonReader reader = new JsonReader(JsonRules.REFERENCE);
        assertThat(reader.read(reply, 0, reply.length)).isEqualTo(JsonReader.Outcome.WHOLE);
        assertThat(reader.end()).isEqualTo(reply.length);
        return reader.root();
    }

    private String hex() {
        return HexFormat.of().formatHex(out.bytes(), 0, out.size());
    }
}
