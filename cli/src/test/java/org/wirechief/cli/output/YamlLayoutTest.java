package org.wirechief.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.cli.output.Printed.struct;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

class YamlLayoutTest {
    @Test
    void blocks() throws IOException {
        Value value = struct(
                "entry",
                Value.of(3),
                "slot",
                new Value.Arr(List.of(
                        struct("name", Value.of("k 2"), "value", Value.of("55")),
                        new Value.Arr(List.of(Value.of(1), Value.of(2))))),
                "none",
                new Value.Arr(List.of()),
                "on",
                struct());

        assertThat(Printed.text(Layout.YAML, value)).isEqualTo("""
                        entry: 3
                        slot:
                          - name: k 2
                            value: "55"
                          - - 1
                            - 2
                        none: []
                        "on": {}
                        """);
    }

    @Test
    void bytesThatAreNoTextAreBinary() throws IOException {
        assertThat(Printed.text(Layout.YAML, Printed.bytes(0xFF, 0x00))).isEqualTo("!!binary \"/wA=\"\n");
    }

    @Test
    void nothingIsNull() throws IOException {
        assertThat(Printed.text(Layout.YAML)).isEqualTo("null\n");
    }

    /// Another reader finds in it what was put into it.
    @Test
    void anotherReaderAgrees() throws IOException {
        RandomValues random = new RandomValues(2);
        Load yaml = new Load(LoadSettings.builder().build());
        for (int run = 0; run < 2000; run++) {
            List<Value> answer = random.answer();
            String document = new String(Printed.bytes(Layout.YAML, answer), StandardCharsets.UTF_8);

            Object read = yaml.loadFromString(document);

            assertThat(plain(read)).as(document).isEqualTo(expected(answer));
        }
    }

    private static Object expected(List<Value> answer) {
        return switch (answer.size()) {
            case 0 -> "null";
            case 1 -> expected(answer.getFirst());
            default -> expected(new Value.Arr(answer));
        };
    }

    private static Object expected(Value value) {
        return switch (value) {
            case Value.Int(long number) -> number;
            case Value.Real(double number) -> number == Math.rint(number) ? (Object) (long) number : number;
            case Value.Text(Octets text) -> text(text);
            case Value.Blob(Octets bytes) -> List.of("bytes", bytes);
            case Value.Arr(List<Value> elements) ->
                elements.stream().map(YamlLayoutTest::expected).toList();
            case Value.Struct(List<Value.Member> members) -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                Grouped.of(members).forEach((name, member) -> map.put(text(name), expected(member)));
                yield map;
            }
            case Value.Nil _, Value.Bool _ -> throw new AssertionError("not made here: " + value);
        };
    }

    private static Object text(Octets text) {
        return Utf8.isValid(text) ? text.toString() : List.of("bytes", text);
    }

    /// What was read in types that compare.
    private static Object plain(Object read) {
        return switch (read) {
            case null -> "null";
            case Number number when !(number instanceof Double) -> number.longValue();
            case byte[] bytes -> List.of("bytes", Octets.copyOf(bytes));
            case List<?> elements -> {
                List<Object> all = new ArrayList<>();
                elements.forEach(element -> all.add(plain(element)));
                yield all;
            }
            case Map<?, ?> map -> {
                Map<Object, Object> all = new LinkedHashMap<>();
                map.forEach((name, member) -> all.put(plain(name), plain(member)));
                yield all;
            }
            default -> read;
        };
    }
}
