package org.wirechief.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.JsonNode;

/// One golden vector: a JSON object whose byte strings are hex digits, or base64 of zlib where they
/// are long.
///
/// @param json all of it
public record GoldenVector(JsonNode json) {
    public String name() {
        return text("name");
    }

    /// Whether the field is there and not null.
    public boolean has(String field) {
        return json.hasNonNull(field);
    }

    /// The text of a field.
    ///
    /// @throws IllegalArgumentException when there is none
    public String text(String field) {
        return require(field).asString();
    }

    /// Whether the field is `true`.
    public boolean flag(String field) {
        return json.path(field).booleanValue(false);
    }

    /// Whether `<field>_hex` or `<field>_zb64` holds bytes.
    public boolean hasBytes(String field) {
        return has(field + "_hex") || has(field + "_zb64");
    }

    /// The bytes of `<field>_hex` or `<field>_zb64`, a list of pieces joined.
    ///
    /// @throws IllegalArgumentException when neither is there
    public byte[] bytes(String field) {
        List<byte[]> pieces = pieces(field);
        byte[] joined = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, joined, at, piece.length);
            at += piece.length;
        }
        return joined;
    }

    /// The bytes as they were written or came: one piece a write, or a datagram.
    ///
    /// @throws IllegalArgumentException when there are none
    public List<byte[]> pieces(String field) {
        if (has(field + "_zb64")) {
            return texts(require(field + "_zb64")).map(GoldenVector::inflated).toList();
        }
        return texts(require(field + "_hex")).map(HexFormat.of()::parseHex).toList();
    }

    private static Stream<String> texts(JsonNode oneOrMore) {
        Stream<JsonNode> nodes = oneOrMore.isArray() ? oneOrMore.valueStream() : Stream.of(oneOrMore);
        return nodes.map(JsonNode::asString);
    }

    private static byte[] inflated(String base64) {
        byte[] deflated = Base64.getDecoder().decode(base64);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its name, for the display of tests; all of it when it has none.
    @Override
    public String toString() {
        return has("name") ? name() : json.toString();
    }

    private JsonNode require(String field) {
        if (!has(field)) {
            throw new IllegalArgumentException("no field '" + field + "' in " + json);
        }
        return json.get(field);
    }
}
