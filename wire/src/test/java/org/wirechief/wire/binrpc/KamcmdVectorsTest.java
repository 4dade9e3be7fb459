package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.ReplyBuffer;
import tools.jackson.databind.JsonNode;

/// What kamcmd writes, and what it reads.
class KamcmdVectorsTest {
    /// Bodies that kamcmd prints something of and we call broken (docs/interpretation.md).
    private static final Set<String> WE_ARE_STRICTER =
            Set.of("kamcmd-print/str-nonul", "kamcmd-print/str-size0", "kamcmd-print/fault-struct");

    static Stream<GoldenVector> requests() {
        return GoldenVectors.read("ctl/kamcmd_wire").stream().filter(vector -> vector.has("decoded"));
    }

    static Stream<GoldenVector> longRequests() {
        return GoldenVectors.read("ctl/kamcmd_wire").stream().filter(vector -> vector.has("body_zb64"));
    }

    static Stream<GoldenVector> bodies() {
        return GoldenVectors.read("ctl/kamcmd_print").stream().filter(vector -> vector.hasBytes("reply_body"));
    }

    @ParameterizedTest
    @MethodSource
    void requests(GoldenVector vector) throws ProtocolError {
        List<Value> records = vector.json()
                .get("decoded")
                .valueStream()
                .map(KamcmdVectorsTest::value)
                .toList();

        String body = body(records);

        assertThat(body).isEqualTo(vector.text("body_hex"));
    }

    /// Their arguments are `x*65535`.
    @ParameterizedTest
    @MethodSource
    void longRequests(GoldenVector vector) throws ProtocolError {
        String[] repeated = vector.json().get("args").get(0).asString().split("\\*", 2);
        Value text = Value.of(repeated[0].repeat(Integer.parseInt(repeated[1])));

        String body = body(List.of(Value.of(vector.text("method")), text));

        assertThat(body).isEqualTo(Bytes.hex(vector.bytes("body")));
    }

    @ParameterizedTest
    @MethodSource
    void bodies(GoldenVector vector) throws ProtocolError {
        byte[] body = vector.bytes("reply_body");
        PacketHeader.Kind kind = switch (vector.json().get("reply_type").asInt()) {
            case 0 -> PacketHeader.Kind.REQUEST;
            case 1 -> PacketHeader.Kind.REPLY;
            case 3 -> PacketHeader.Kind.FAULT;
            default -> throw new IllegalArgumentException(vector.text("reply_type"));
        };
        PacketHeader header = new PacketHeader(kind, 0, 0, body.length);

        if (kamcmdRefuses(vector) || WE_ARE_STRICTER.contains(vector.name())) {
            assertThatThrownBy(() -> BinrpcAnswer.read(body, 0, header)).isInstanceOf(ProtocolError.class);
        } else {
            assertThat(BinrpcAnswer.read(body, 0, header)).isNotNull();
        }
    }

    private static boolean kamcmdRefuses(GoldenVector vector) {
        String stderr = vector.text("stderr");
        return stderr.contains("while parsing the record") || stderr.contains("not a reply");
    }

    private static String body(List<Value> records) throws ProtocolError {
        Octets method = ((Value.Text) records.getFirst()).value();
        ReplyBuffer out = new ReplyBuffer();
        BinrpcCall.write(out, 1, method, records.subList(1, records.size()));
        int header = PacketHeader.read(out.bytes(), 0, out.size()).headerLength();
        return HexFormat.of().formatHex(Arrays.copyOfRange(out.bytes(), header, out.size()));
    }

    private static Value value(JsonNode typed) {
        JsonNode value = typed.get(1);
        return switch (typed.get(0).asString()) {
            case "int" -> Value.of(value.asLong());
            case "double" -> Value.of(value.asDouble());
            case "str" -> new Value.Text(Octets.copyOf(value.asString().getBytes(StandardCharsets.ISO_8859_1)));
            default -> throw new IllegalArgumentException(typed.toString());
        };
    }
}
