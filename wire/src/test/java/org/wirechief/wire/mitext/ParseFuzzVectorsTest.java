package org.wirechief.wire.mitext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import tools.jackson.databind.JsonNode;

/// Random arguments as OpenSIPS 2.4.11 parsed them.
///
/// Requests that end without a line feed show two defects of the original, which we do not have;
/// here they are read as if a line feed followed.
class ParseFuzzVectorsTest {
    private static final String ERROR = "400 parse_error";

    /// By their place in the file, what is left when the last byte is not read twice.
    private static final Map<Integer, String> READ_TWICE = Map.of(
            211, "\":::\"",
            466, "\"\"\"name",
            629, "\\\u00c3\u00a9\"\n\"\\\u00c3\u00a9:",
            790, "::namex::y\t \u000b  \\\"q r");

    private final List<GoldenVector> vectors = GoldenVectors.read("mi-text/parse_fuzz24");

    @Test
    void everyLineAgrees() {
        int defects = 0;
        for (int i = 0; i < vectors.size(); i++) {
            GoldenVector vector = vectors.get(i);
            byte[] request = vector.bytes("request");
            Object expected = expected(vector);
            if (endsWithBareSeparator(vector)) {
                expected = ERROR;
                defects++;
            } else if (READ_TWICE.containsKey(i)) {
                expected = List.of(new Texts.Pair(null, Texts.octets(READ_TWICE.get(i))));
                defects++;
            }
            assertThat(parsed(request))
                    .as("line " + (i + 1) + ": " + Texts.text(request))
                    .isEqualTo(expected);
        }
        assertThat(vectors).hasSizeGreaterThan(1800);
        assertThat(defects).isEqualTo(17);
    }

    @Test
    void whatTheDefectsTouchedIsReadAsWithALineFeed() {
        Stream.concat(
                        vectors.stream().filter(ParseFuzzVectorsTest::endsWithBareSeparator),
                        READ_TWICE.keySet().stream().map(vectors::get))
                .map(vector -> vector.bytes("request"))
                .forEach(request -> assertThat(parsed(request)).isEqualTo(parsed(withLineFeed(request))));
    }

    private static Object parsed(byte[] request) {
        try {
            return Texts.pairs(Texts.parsed(request).arguments());
        } catch (ProtocolError e) {
            return ERROR;
        }
    }

    private static byte[] withLineFeed(byte[] request) {
        return Texts.bytes(Texts.text(request) + "\n");
    }

    private static Object expected(GoldenVector vector) {
        return vector.has("args")
                ? arguments(vector).map(ParseFuzzVectorsTest::pair).toList()
                : vector.text("result");
    }

    private static Stream<JsonNode> arguments(GoldenVector vector) {
        return vector.has("args") ? vector.json().get("args").valueStream() : Stream.empty();
    }

    private static boolean endsWithBareSeparator(GoldenVector vector) {
        return arguments(vector).anyMatch(arg -> isNegative(arg) && !arg.hasNonNull("name_hex"));
    }

    private static Texts.Pair pair(JsonNode arg) {
        return new Texts.Pair(octets(arg, "name_hex"), isNegative(arg) ? null : octets(arg, "value_hex"));
    }

    private static boolean isNegative(JsonNode arg) {
        return arg.path("negative_length").booleanValue(false);
    }

    private static @Nullable Octets octets(JsonNode arg, String field) {
        return arg.hasNonNull(field)
                ? Octets.copyOf(HexFormat.of().parseHex(arg.get(field).asString()))
                : null;
    }
}
