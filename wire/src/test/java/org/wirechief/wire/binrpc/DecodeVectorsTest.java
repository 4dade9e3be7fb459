package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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

/// `decode_only`: single records and headers.
class DecodeVectorsTest {
    static Stream<GoldenVector> headers() {
        return vectors("header");
    }

    static Stream<GoldenVector> errors() {
        return vectors("error");
    }

    static Stream<GoldenVector> records() {
        return Stream.of("int", "str", "double", "bytes", "struct", "array").flatMap(DecodeVectorsTest::vectors);
    }

    private static Stream<GoldenVector> vectors(String kind) {
        return GoldenVectors.read("ctl/decode_only").stream()
                .filter(vector -> vector.text("kind").equals(kind));
    }

    @ParameterizedTest
    @MethodSource
    void headers(GoldenVector vector) throws ProtocolError {
        byte[] bytes = bytes(vector);

        PacketHeader header = PacketHeader.read(bytes, 0, bytes.length);

        assertThat(header.kind().number()).isEqualTo(vector.json().get("type").asInt());
        assertThat(Integer.toUnsignedLong(header.cookie()))
                .isEqualTo(vector.json().get("cookie").asLong());
        assertThat(header.bodyLength()).isEqualTo(vector.json().get("body_len").asInt());
        assertThat(header.headerLength()).isEqualTo(bytes.length);
    }

    @ParameterizedTest
    @MethodSource
    void errors(GoldenVector vector) {
        byte[] bytes = bytes(vector);
        RecordError error = switch (vector.text("error")) {
            case "type" -> RecordError.TYPE;
            case "record" -> RecordError.RECORD;
            case "more-data" -> RecordError.MORE_DATA;
            default -> throw new IllegalArgumentException(vector.text("error"));
        };

        assertThatThrownBy(() -> decode(bytes))
                .isInstanceOf(ProtocolError.class)
                .hasMessageStartingWith(error.text() + " at byte ");
    }

    @ParameterizedTest
    @MethodSource
    void records(GoldenVector vector) throws ProtocolError {
        byte[] bytes = bytes(vector);

        List<Value> decoded = decode(bytes);

        Value expected = expected(vector);
        assertThat(decoded).containsExactly(expected);
        boolean isCanonical = vector.json().path("canonical").booleanValue(true);
        if (isCanonical && !losesItsThousandths(vector)) {
            assertThat(HexFormat.of().formatHex(encode(vector, expected)))
                    .isEqualTo(HexFormat.of().formatHex(bytes));
        }
    }

    /// 2^63-1 thousandths are more digits than a double holds.
    private static boolean losesItsThousandths(GoldenVector vector) {
        return vector.name().equals("decode/double/max");
    }

    private static Value expected(GoldenVector vector) {
        JsonNode value = vector.json().get("value");
        return switch (vector.text("kind")) {
            case "int" -> Value.of(value.asLong());
            case "double" -> Value.of(value.asDouble());
            case "str" -> new Value.Text(repeated(value, Octets::of, DecodeVectorsTest::latin1));
            case "bytes" -> new Value.Blob(repeated(value, DecodeVectorsTest::fromHex, DecodeVectorsTest::fromHex));
            case "struct" -> value.isEmpty() ? new Value.Struct(List.of()) : struct(value);
            case "array" -> array(value);
            default -> throw new IllegalArgumentException(vector.text("kind"));
        };
    }

    private interface Spelling {
        Octets octets(String text);
    }

    private static Octets repeated(JsonNode value, Spelling unit, Spelling whole) {
        return value.isObject()
                ? unit.octets(
                        value.get("repeat").asString().repeat(value.get("count").asInt()))
                : whole.octets(value.asString());
    }

    private static Octets latin1(String text) {
        return Octets.copyOf(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Octets fromHex(String digits) {
        return Octets.copyOf(HexFormat.of().parseHex(digits));
    }

    private static Value struct(JsonNode members) {
        List<Value.Member> named = new ArrayList<>();
        List<Value> nameless = new ArrayList<>();
        for (JsonNode member : members) {
            Value value = plain(member.get(1));
            if (member.get(0).isNull()) {
                nameless.add(value);
            } else {
                named.add(new Value.Member(member.get(0).asString(), value));
            }
        }
        return nameless.isEmpty() ? new Value.Struct(named) : new Value.Arr(nameless);
    }

    private static Value array(JsonNode elements) {
        return new Value.Arr(elements.valueStream()
                .map(element -> element.isArray() ? array(element) : plain(element))
                .toList());
    }

    private static Value plain(JsonNode value) {
        if (value.isArray()) {
            return struct(value);
        }
        if (value.isString()) {
            return Value.of(value.asString());
        }
        return value.isIntegralNumber() ? Value.of(value.asLong()) : Value.of(value.asDouble());
    }

    private static byte[] bytes(GoldenVector vector) {
        return vector.has("hex") ? HexFormat.of().parseHex(vector.text("hex")) : vector.bytes("data");
    }

    private static List<Value> decode(byte[] body) throws ProtocolError {
        PacketHeader header = new PacketHeader(PacketHeader.Kind.REPLY, 0, 0, body.length);
        return ((BinrpcAnswer.Result) BinrpcAnswer.read(body, 0, header)).values();
    }

    /// The record as a server writes it, or a client where servers never do: arrays.
    private static byte[] encode(GoldenVector vector, Value value) throws ProtocolError {
        ReplyBuffer out = new ReplyBuffer();
        int before = 0;
        if (vector.text("kind").equals("array")) {
            BinrpcCall.write(out, 0, Octets.of(""), List.of(value));
            before = "1100".length() / 2;
        } else {
            BinrpcReply reply = new BinrpcReply(out, 0, BinrpcRules.DEFAULTS.withMaxBody(1 << 20));
            reply.add(value);
            reply.finish();
        }
        int header = PacketHeader.read(out.bytes(), 0, out.size()).headerLength();
        return Arrays.copyOfRange(out.bytes(), header + before, out.size());
    }
}
