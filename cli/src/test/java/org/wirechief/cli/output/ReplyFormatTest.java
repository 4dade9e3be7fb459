package org.wirechief.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.binrpc.AnswerRecords;

/// kamcmd's layout and its formats, on the bodies it was captured with.
class ReplyFormatTest {
    /// Text without its zero byte is broken here (docs/interpretation.md).
    private static final Set<String> STRICTER = Set.of("kamcmd-print/str-nonul", "kamcmd-print/str-size0");

    static Stream<GoldenVector> printsAsKamcmd() {
        return GoldenVectors.read("ctl/kamcmd_print").stream()
                .filter(v -> v.hasBytes("reply_body") && v.has("stdout"))
                .filter(v -> v.json().get("reply_type").asInt() == 1)
                .filter(v ->
                        v.json().get("argv").size() <= 6 && !v.text("stdout").contains("new packet"))
                .filter(v -> last(v).equals("m") && !STRICTER.contains(v.name()));
    }

    private static String last(GoldenVector vector) {
        var argv = vector.json().get("argv");
        return argv.get(argv.size() - 1).asString();
    }

    @ParameterizedTest
    @MethodSource
    void printsAsKamcmd(GoldenVector vector) throws IOException {
        byte[] body = vector.bytes("reply_body");
        AnswerRecords records = new AnswerRecords(body, 0, body.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String error = "";
        try {
            var argv = vector.json().get("argv");
            if (argv.get(3).asString().equals("-f")) {
                ReplyFormat.parse(argv.get(4).asString()).print(records::next, new ByteSink(out, false));
            } else {
                TextLayout.print(records::next, new ByteSink(out, false));
            }
        } catch (ProtocolError e) {
            error = "ERROR:: while parsing the " + e.getMessage() + "\n";
        }
        // what is too long for kamcmd is none of its layout's business
        if (!vector.text("stderr").contains("too big")) {
            assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(vector.text("stdout"));
            assertThat(error).isEqualTo(vector.text("stderr"));
        }
    }

    @Test
    void valuesPrintAsTheRecordsTheyCameFrom() throws IOException {
        Value slot = new Value.Arr(List.of(Printed.struct("name", Value.of("k2"))));

        assertThat(Printed.text(Layout.TEXT, Printed.struct("entry", Value.of(3), "slot", slot), Value.of(1.5)))
                .isEqualTo("{\n\tentry: 3\n\tslot: {\n\t\t{\n\t\t\tname: k2\n\t\t}\n\t}\n}\n1.500000\n");
        assertThat(Printed.text(ReplyFormat.parse("<%v>"), slot)).isEqualTo("<{><{><name: k2><}><}>");
    }

    @Test
    void bytesOfOtherCharacterSetsStayWhatTheyAre() throws IOException {
        byte[] latin = {(byte) 0xE4, '=', '%', 'v', '\\', 'n'};
        var out = new ByteArrayOutputStream();

        ReplyFormat.parse(Octets.copyOf(latin)).print(List.of(Value.of(1)), new ByteSink(out, false));

        assertThat(out.toByteArray()).containsExactly(0xE4, '=', '1', '\n');
    }

    @ParameterizedTest
    @CsvSource({"%ä, 'ä'", "%d, 'd'", "x%, nothing", "%, nothing", "%v%n, 'n'", "'% v', ' '"})
    void whereKamcmdPrintsForEver(String format, String found) {
        assertThatThrownBy(() -> ReplyFormat.parse(format))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(found)
                .hasMessageContaining("allowed are %v");
    }
}
