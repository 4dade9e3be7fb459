package org.wirechief.wire.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.core.ParamType.ANY;
import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Args;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Fault;
import org.wirechief.core.Reply;

/// Typed access to parameters (spec mi-json §4).
class JsonRpcArgsTest {
    /// The result or the error's data when a command `p`, and repeated `r`, is read so.
    private static String read(String params, BiConsumer<Args, Reply> body) {
        CommandSpec spec = CommandSpec.named("x")
                .param("p", ANY)
                .repeated("r", TEXT)
                .run((call, reply) -> body.accept(call.args(), reply));
        FakeCarrier carrier = new FakeCarrier(JsonRpcRules.compact(10_000), new Commands(List.of(spec)));
        String answer = carrier.ask("{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":" + params + ",\"id\":1}");
        String result = "{\"jsonrpc\":\"2.0\",\"result\":";
        return answer.startsWith(result)
                ? answer.substring(result.length(), answer.length() - ",\"id\":1}".length())
                : answer.substring(answer.indexOf("\"data\":") + 7, answer.length() - "},\"id\":1}".length());
    }

    private static String bad(String name) {
        return "\"Bad type for parameter '" + name + "'\"";
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "5,5",
                "5.9,5",
                "-5.9,-5",
                "1e3,1000",
                "0x1F,31",
                "`\"5\"`,5",
                "`\"+5\"`,5",
                "`\"-05\"`,-5",
                "9223372036854775807,9223372036854775807",
                "`\"9223372036854775807\"`,9223372036854775807",
                "1e30,9223372036854775807"
            })
    void readsIntegers(String given, String expected) {
        assertThat(read("[" + given + "]", (args, reply) -> reply.add(args.integer())))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"x\"",
                "\" 5\"",
                "\"0x5\"",
                "\"5.0\"",
                "\"+\"",
                "\"--5\"",
                "\"9223372036854775808\"",
                "true",
                "null",
                "[5]",
                "{}"
            })
    void refusesWhatIsNoInteger(String given) {
        assertThat(read("[" + given + "]", (args, reply) -> reply.add(args.integer())))
                .isEqualTo(bad("p"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`\"t\"`,`\"t\"`", "`\"\"`,`\"\"`", "5,`\"5\"`", "5.9,`\"5\"`", "-1e2,`\"-100\"`"})
    void readsText(String given, String expected) {
        assertThat(read("[" + given + "]", (args, reply) -> reply.add(args.octets())))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "null", "[\"t\"]", "{}"})
    void refusesWhatIsNoText(String given) {
        assertThat(read("[" + given + "]", (args, reply) -> reply.add(args.octets())))
                .isEqualTo(bad("p"));
        assertThat(read(
                        "[" + given + "]",
                        (args, reply) -> reply.add(args.converting().octets())))
                .isEqualTo(bad("p"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"1.5,1.500000", "`\"-1.5e0\"`,-1.500000", "3,3"})
    void readsReals(String given, String expected) {
        assertThat(read("[" + given + "]", (args, reply) -> reply.add(args.real())))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"1.5f\"", "\"nan\"", "\"e\"", "true", "[]"})
    void refusesWhatIsNoReal(String given) {
        assertThat(read("[" + given + "]", (args, reply) -> reply.add(args.real())))
                .isEqualTo(bad("p"));
    }

    @Test
    void readsAnyValue() {
        String value = "{\"a\":[1,null,true,\"x\"],\"a\":{}}";

        assertThat(read("[" + value + "]", (args, reply) -> reply.add(args.value())))
                .isEqualTo(value);
        assertThat(read("[" + "[".repeat(600) + "]".repeat(600) + "]", (args, reply) -> reply.add(args.value())))
                .isEqualTo(bad("p"));
    }

    @Test
    void readsTheElementsOfARepeatedParameter() {
        BiConsumer<Args, Reply> all = (args, reply) -> reply.array(elements -> {
            while (args.hasNext()) {
                elements.add(args.octets());
            }
        });

        assertThat(read("[\"p\"]", all)).isEqualTo("[\"p\"]");
        assertThat(read("[\"p\",[\"a\",2]]", all)).isEqualTo("[\"p\",\"a\",\"2\"]");
        assertThat(read("{\"r\":[\"a\"],\"p\":\"p\"}", all)).isEqualTo("[\"p\",\"a\"]");
        assertThat(read("[\"p\",\"a\"]", all)).isEqualTo(bad("r"));
        assertThat(read("[\"p\",[]]", all)).isEqualTo("\"Empty array in parameter 'r'\"");
        assertThat(read("[\"p\",[\"a\",null]]", all)).isEqualTo("\"Bad type for array item in parameter 'r'\"");
    }

    @Test
    void readsByIndex() {
        assertThat(read(
                        "[\"p\",[\"a\",\"b\"]]",
                        (args, reply) -> reply.add(args.text(2) + args.text(0) + args.text(1))))
                .isEqualTo("\"bpa\"");
        assertThat(read("[\"p\",[\"a\"]]", (args, reply) -> args.at(3))).isEqualTo("\"Failed to handle parameter\"");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(read("[\"p\"]", (args, reply) -> {
                    args.text();
                    args.text();
                }))
                .isEqualTo("\"Failed to handle parameter\"");
    }

    @Test
    void consumesNothingWhenItCannotRead() {
        assertThat(read("[\"p\"]", (args, reply) -> {
                    try {
                        args.integer();
                    } catch (Fault fault) {
                        assertThat(fault.isAboutArgument()).isTrue();
                        reply.add(args.text());
                    }
                }))
                .isEqualTo("\"p\"");
    }

    /// A slip of the command, not of its caller.
    @Test
    void nothingStandsBeforeTheFirst() {
        assertThat(read("[\"p\",[\"a\"]]", (args, reply) -> {
                    assertThatThrownBy(() -> args.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
                    reply.add(args.text(0));
                }))
                .isEqualTo("\"p\"");
    }
}
