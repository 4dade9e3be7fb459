package org.wirechief.wire.jsonrpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// What OpenSIPS was asked over datagrams and what it answered, asked of stand-ins for its
/// commands.
class EngineVectorsTest {
    private static final List<String> FILES = List.of("mi_datagram_udp4", "mi_datagram_udp6", "mi_datagram_unix");

    /// These are about the carrier.
    private static final Set<String> OF_CARRIERS =
            Set.of("empty_datagram", "kill", "unbound_client", "slow_reader_note");

    /// Ids come back as they were sent (docs/interpretation.md).
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("id_float", "1.5"),
            Map.entry("id_float_neg", "-1.99"),
            Map.entry("id_intmin_minus1", "-2147483649"),
            Map.entry("id_huge_exp", "1e400"),
            Map.entry("id_big", "99999999999"),
            Map.entry("id_true", "true"),
            Map.entry("id_false", "false"),
            Map.entry("id_array", "[1]"),
            Map.entry("id_object", "{\"a\":1}"));

    private final FakeCarrier carrier = new FakeCarrier();

    static Stream<GoldenVector> vectors() {
        return FILES.stream()
                .flatMap(file -> GoldenVectors.read("mi-json/" + file).stream())
                .filter(vector -> !vector.flag("cut") && !OF_CARRIERS.contains(subject(vector)));
    }

    private static String subject(GoldenVector vector) {
        return vector.name().substring(vector.name().indexOf('.') + 1);
    }

    @ParameterizedTest
    @MethodSource
    void vectors(GoldenVector vector) {
        byte[] answer = carrier.ask(vector.bytes("request"));

        String id = IDS.get(subject(vector));
        if (id != null) {
            assertThat(text(answer))
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"result\":{\"Server\":\"OpenSIPS (3.6.8 (x86_64/linux))\"},\"id\":"
                                    + id + "}");
        } else {
            assertThat(text(answer)).isEqualTo(vector.hasBytes("reply") ? text(vector.bytes("reply")) : "");
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }

    @Test
    void thereAreVectors() {
        assertThat(vectors().count()).isGreaterThan(100);
    }

    /// `dg4.nest_arr_1000`, `dg4.nest_arr_30000`.
    @ParameterizedTest
    @ValueSource(ints = {1000, 30_000})
    void nestingAloneIsNoValue(int depth) {
        assertThat(carrier.ask("[".repeat(depth))).isEqualTo("400 Parse_error");
    }

    /// `dg4.nest_valid_20000`.
    @Test
    void depthIsNoMatterWhereNobodyLooks() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);

        assertThat(carrier.ask("{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1,\"x\":" + deep + "}"))
                .contains("\"result\"");
    }

    /// `dg4.reply_len_65455` and what follows it: 65456 bytes are an answer, 65457 are not.
    @Test
    void anAnswerMayHave65456Bytes() {
        String framed = "{\"jsonrpc\":\"2.0\",\"result\":[\"\",1],\"id\":1}";
        String fits = "x".repeat(65456 - framed.length());

        assertThat(carrier.ask(echo(fits))).hasSize(65456);
        assertThat(carrier.ask(echo(fits + "x"))).isEqualTo("500 Internal error");
    }

    private static String echo(String text) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[[\"" + text + "\",1]],\"id\":1}";
    }
}
