package org.wirechief.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.cli.output.Printed.struct;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLayoutTest {
    private static final JsonMapper JACKSON = JsonMapper.builder().build();

    @Test
    void theValueItselfOrAnArray() throws IOException {
        assertThat(Printed.text(Layout.JSON)).isEqualTo("null\n");
        assertThat(Printed.text(Layout.JSON, Value.of(5))).isEqualTo("5\n");
        assertThat(Printed.text(Layout.JSON, Value.of(5), Value.of("a"))).isEqualTo("[\n  5,\n  \"a\"\n]\n");
        assertThat(Printed.text(Layout.NDJSON)).isEmpty();
        assertThat(Printed.text(Layout.NDJSON, Value.of(5), struct("a", Value.of(1.5))))
                .isEqualTo("5\n{\"a\":1.5}\n");
    }

    @Test
    void membersOfOneNameAreAnArrayWhereTheFirstStood() throws IOException {
        Value value = struct("a", Value.of(1), "b", Value.of(2), "a", Value.of("x"));

        assertThat(Printed.text(Layout.NDJSON, value)).isEqualTo("{\"a\":[1,\"x\"],\"b\":2}\n");
    }

    @Test
    void everyByteIsTold() throws IOException {
        // overlong, a surrogate, cut, beyond U+10FFFF
        Value value = Printed.bytes('a', 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xE2, 0x82);

        assertThat(Printed.text(Layout.NDJSON, value))
                .isEqualTo(
                        "\"a\\uefff\\uefc0\\uef80\\uefed\\uefa0\\uef80\\ueff4\\uef90\\uef80\\uef80\\uefe2\\uef82\"\n");
        assertThat(Printed.text(Layout.NDJSON, Value.of("\uef80\uefff\uf000")))
                .isEqualTo("\"\\uefee\\uefbe\\uef80\\uefee\\uefbf\\uefbf\uf000\"\n");
        assertThat(Printed.text(Layout.NDJSON, Value.of("\"\\/\n\t\r\u0001\u007fé😀")))
                .isEqualTo("\"\\\"\\\\/\\n\\t\\r\\u0001\\u007fé😀\"\n");
    }

    @Test
    void numbers() throws IOException {
        assertThat(Printed.text(Layout.NDJSON, Value.of(33554432.0), Value.of(-0.001), Value.of(1e22)))
                .isEqualTo("33554432\n-0.001\n10000000000000000000000\n");
        assertThat(Printed.text(Layout.NDJSON, Value.of(Double.NaN), Value.of(Double.NEGATIVE_INFINITY)))
                .isEqualTo("\"NaN\"\n\"-Infinity\"\n");
    }

    /// Another reader finds in it what was put into it.
    @Test
    void anotherReaderAgrees() throws IOException {
        RandomValues random = new RandomValues(1);
        for (int run = 0; run < 2000; run++) {
            List<Value> answer = random.answer();

            JsonNode read = JACKSON.readTree(Printed.bytes(Layout.JSON, answer));
            String lines = new String(Printed.bytes(Layout.NDJSON, answer), StandardCharsets.UTF_8);

            if (answer.size() == 1) {
                agrees(read, answer.getFirst());
            } else if (answer.isEmpty()) {
                assertThat(read.isNull()).isTrue();
            } else {
                agrees(read, new Value.Arr(answer));
            }
            assertThat(lines.lines()).hasSize(answer.size());
            List<String> each = lines.lines().toList();
            for (int i = 0; i < answer.size(); i++) {
                agrees(JACKSON.readTree(each.get(i)), answer.get(i));
            }
        }
    }

    private static void agrees(JsonNode read, Value value) {
        switch (value) {
            case Value.Int(long number) -> assertThat(read.asLong()).isEqualTo(number);
            case Value.Real(double number) -> assertThat(read.asDouble()).isEqualTo(number);
            case Value.Text(Octets text) -> assertThat(bytes(read.asString())).isEqualTo(text.toByteArray());
            case Value.Blob(Octets text) -> assertThat(bytes(read.asString())).isEqualTo(text.toByteArray());
            case Value.Arr(List<Value> elements) -> {
                assertThat(read.isArray()).isTrue();
                assertThat(read.size()).isEqualTo(elements.size());
                for (int i = 0; i < elements.size(); i++) {
                    agrees(read.get(i), elements.get(i));
                }
            }
            case Value.Struct(List<Value.Member> members) -> {
                Map<Octets, Value> grouped = Grouped.of(members);
                assertThat(read.isObject()).isTrue();
                assertThat(read.size()).isEqualTo(grouped.size());
                List<Map.Entry<Octets, Value>> entries = List.copyOf(grouped.entrySet());
                List<String> names = List.copyOf(read.propertyNames());
                for (int i = 0; i < entries.size(); i++) {
                    assertThat(bytes(names.get(i)))
                            .isEqualTo(entries.get(i).getKey().toByteArray());
                    agrees(read.get(names.get(i)), entries.get(i).getValue());
                }
            }
            case Value.Nil _, Value.Bool _ -> throw new AssertionError("not made here: " + value);
        }
    }

    /// Undoes the escape of bytes that are no UTF-8.
    private static byte[] bytes(String text) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            if (c >= 0xEF80 && c <= 0xEFFF) {
                bytes.write(c);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
