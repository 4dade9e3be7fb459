package org.wirechief.wire.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.json.JsonReader.Outcome;

class JsonReaderTest {
    private final JsonReader reader = new JsonReader(JsonRules.REFERENCE);

    private Outcome read(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return reader.read(bytes, 0, bytes.length);
    }

    private JsonValue value(String text) {
        assertThat(read(text)).as(text).isEqualTo(Outcome.WHOLE);
        return reader.root();
    }

    private Value element(String text) {
        return value("[" + text + "]").elements().getFirst().value();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"2.0\", true",
                "\"2\\u002e0\", true",
                "\"2.00\", false",
                "\"\", false",
                "2.0, false",
                "[\"2.0\"], false"
            })
    void tellsWhetherItIsAString(String text, boolean expected) {
        assertThat(value(text).matches("2.0")).isEqualTo(expected);
    }

    @Test
    void readsEveryKind() {
        Value read = value("{\"a\":[null,true,false,-12,1.5,\"t\"],\"b\":{}}").value();

        assertThat(read.at("a").at(3).asLong()).isEqualTo(-12);
        assertThat(read.at("a").at(4).asDouble()).isEqualTo(1.5);
        assertThat(read.at("a").at(5).asText()).isEqualTo("t");
        assertThat(read.at("b")).isEqualTo(new Value.Struct(java.util.List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "007, 7",
        "-007, -7",
        "0x1F, 31",
        "0XfF, 255",
        "-0x10, -16",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "0, 0",
        "-0, 0"
    })
    void readsIntegers(String text, long expected) {
        assertThat(element(text)).isEqualTo(Value.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "5., 5",
        "1e3, 1000",
        "1E+3, 1000",
        "-.5, -0.5",
        "0x1.8, 1.5",
        "0x.8p1, 1",
        "0x1p-1, 0.5",
        "1e400, Infinity",
        "-inf, -Infinity",
        "-INFINITY, -Infinity",
        "-nan, NaN",
        "-nan(12_x), NaN",
        "9223372036854775808, 9223372036854775808",
        "0xffffffffffffffff, 18446744073709551615"
    })
    void readsTheNumbersOfC(String text, double expected) {
        assertThat(element(text)).isEqualTo(Value.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "1.99, 1",
        "-1.99, -1",
        "1e3, 1000",
        "-nan, -2147483648",
        "99999999999, 99999999999",
        "99999999999999999999, 9223372036854775807",
        "-99999999999999999999, -9223372036854775808",
        "-0x8000000000000001, -9223372036854775808",
        "1e400, 9223372036854775807",
        "-inf, -9223372036854775808"
    })
    void cutsNumbersToIntegers(String text, long expected) {
        assertThat(value("[" + text + "]").elements().getFirst().integer()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[-]",
                "[+5]",
                "[.5]",
                "[1 2]",
                "[1,]",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\" 1}",
                "[-.]",
                "[0x]",
                "[1e]",
                "[-in]",
                "[truex]",
                "[nul1]",
                "[True]",
                "{1:2}",
                "[1}",
                "{\"a\":1]",
                "{\"a\"}",
                "[,1]",
                "]",
                "\u00ef\u00bb\u00bf{}",
                "[/**/1]",
                "hello",
                "[\"\\x41\"]",
                "[\"\\u0000\"]",
                "[\"\\ud800\"]",
                "[\"\\udc00\"]",
                "[\"\\ud800\\u0041\"]",
                "[\"\\ud800x\"]",
                "[\"\\uZZZZ\"]",
                "[\"\\u12\"]",
                "[1\u0000]",
                "{\"a\u0000\":1}",
                "\u0000{}",
                "[\"\\\u0000\"]"
            })
    void refuses(String text) {
        assertThat(read(text)).isEqualTo(Outcome.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "nullx", "true}", "falsehood", "42", "42]", "\"text\"", "\"cut", "{}\u0000", "[] ["})
    void stopsBehindTheFirstValue(String text) {
        value(text);
    }

    @Test
    void tellsWhereTheValueEnds() {
        value("  {\"a\":1} :next:");

        assertThat(reader.end()).isEqualTo("  {\"a\":1}".length());
    }

    @Test
    void takesControlBytesForBlanks() {
        Value read = value("\u0001\u001f [\u000b1\u0008,\t2\r\n]").value();

        assertThat(read.at(1).asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{\"a",
                "{\"a\\",
                "{\"a\\u00",
                "[\"\\ud83d",
                "[\"\\ud83d\\",
                "[1",
                "[-",
                "[1e",
                "[1e+",
                "[-i",
                "[-infin",
                "[0x",
                "[tru",
                "[\"x\"",
                "{\"a\":",
                "{\"a\":1,",
                "-",
                "t"
            })
    void waitsForMore(String text) {
        assertThat(read(text)).isEqualTo(Outcome.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a", "{\"a\\", "[1", "[-", "[tru", "[\"\\u00"})
    void doesNotWaitBehindAZeroByte(String text) {
        assertThat(read(text + "\u0000" + "}]")).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void keepsTheBytesOfStrings() {
        JsonValue read = value("[\"\u00ff\u0080\n\t\u0001\u007f\"]").elements().getFirst();

        assertThat(read.text()).isEqualTo(Octets.copyOf("\u00ff\u0080\n\t\u0001\u007f".getBytes(ISO_8859_1)));
    }

    @Test
    void decodesEscapes() {
        String read = element("\"\\b\\f\\n\\r\\t\\\"\\\\\\/\\u0041\\u00e9\\u20AC\\ud83d\\ude00\"")
                .asText();

        assertThat(read).isEqualTo("\b\f\n\r\t\"\\/A\u00e9\u20ac\ud83d\ude00");
    }

    @Test
    void takesAnyTextWhenTold() {
        JsonReader tolerant = new JsonReader(JsonRules.TOLERANT);
        byte[] bytes = "\"a\\u0000b\\ud800c\\udc00\\ud800\\u0041\"".getBytes(ISO_8859_1);

        assertThat(tolerant.read(bytes, 0, bytes.length)).isEqualTo(Outcome.WHOLE);
        assertThat(tolerant.root().text()).isEqualTo(Octets.of("a\0b\ufffdc\ufffd\ufffdA"));
    }

    @Test
    void findsTheFirstMemberWhateverItsCase() {
        JsonValue read = value("{\"x\":{\"id\":0},\"I\\u0064\":1,\"id\":2,\"ID\":3}");

        assertThat(read.member("id")).isNotNull().extracting(JsonValue::integer).isEqualTo(1L);
        assertThat(read.member("none")).isNull();
        assertThat(value("[\"id\",1]").member("id")).isNull();
    }

    @Test
    void theCaseOfOtherLettersThanAsciiMatters() {
        JsonValue read = value("{\"\\u0131d\":7,\"param\\u017f\":5,\"i\\u0044\":1,\"PARAM\\u0053\":2}");

        assertThat(read.member("id")).isNotNull().extracting(JsonValue::integer).isEqualTo(1L);
        assertThat(read.member("params"))
                .isNotNull()
                .extracting(JsonValue::integer)
                .isEqualTo(2L);
    }

    @Test
    void keepsMembersThatRepeat() {
        JsonValue read = value("{\"a\":1,\"a\":2}");

        assertThat(read.names()).containsExactly(Octets.of("a"), Octets.of("a"));
        assertThat(read.elements()).extracting(JsonValue::integer).containsExactly(1L, 2L);
    }

    @Test
    void costsNoStack() {
        String deep = "[".repeat(1_000_000) + "]".repeat(1_000_000);

        JsonValue read = value("{\"x\":" + deep + ",\"id\":7}");

        assertThat(read.member("id")).isNotNull().extracting(JsonValue::integer).isEqualTo(7L);
        assertThat(read.value()).isNull();
    }

    @Test
    void keepsToItsBounds() {
        JsonReader narrow = new JsonReader(new JsonRules(8, 2, false));
        byte[] fits = "[[1234]]".getBytes(ISO_8859_1);
        byte[] longer = "[[12345]]".getBytes(ISO_8859_1);
        byte[] cut = "123456789".getBytes(ISO_8859_1);
        byte[] deeper = "[[[1]]]".getBytes(ISO_8859_1);

        assertThat(narrow.read(fits, 0, fits.length)).isEqualTo(Outcome.WHOLE);
        assertThat(narrow.read(longer, 0, longer.length)).isEqualTo(Outcome.BROKEN);
        assertThat(narrow.problem()).isEqualTo("byte 8: the text is longer than 8 bytes");
        assertThat(narrow.read(cut, 0, cut.length)).isEqualTo(Outcome.BROKEN);
        assertThat(narrow.read(deeper, 0, deeper.length)).isEqualTo(Outcome.BROKEN);
        assertThat(narrow.problem()).isEqualTo("byte 2: nested deeper than 2 levels");
    }

    @Test
    void saysWhatIsWrong() {
        read("{\"a\" 1}");

        assertThat(reader.problem()).isEqualTo("byte 5: : should stand here");
        assertThatThrownBy(reader::root).hasMessageContaining("should stand here");
    }

    @Test
    void survivesNumbersOfAnyLength() {
        String digits = "9".repeat(100_000);

        assertThat(element(digits)).isEqualTo(Value.of(Double.POSITIVE_INFINITY));
        assertThat(element("0x" + digits)).isEqualTo(Value.of(Double.POSITIVE_INFINITY));
        assertThat(element("0." + digits)).isEqualTo(Value.of(1.0));
        assertThat(element("1e" + digits)).isEqualTo(Value.of(Double.POSITIVE_INFINITY));
        assertThat(element("0x1p-" + digits)).isEqualTo(Value.of(0.0));
    }

    /// Long ones, which are not read anew for each byte.
    @ParameterizedTest
    @ValueSource(strings = {"D", "D.D", "DeD", "D.De-D", "0xH", "0xH.HpD", "nan(W)", "-infinity", "-", "00D"})
    void byteByByteANumberIsReadAsAtOnce(String form) {
        String number =
                form.replace("D", "12".repeat(40)).replace("H", "a1".repeat(40)).replace("W", "n_1".repeat(30));
        for (String after :
                new String[] {"", ",", "]", "x", "true)1", "1x1", "e", "e1e", ".", "..1", "p1", "g", "(1)", "\0", "é"
                }) {
            byte[] text = ("[" + number + after + "1").getBytes(ISO_8859_1);
            JsonReader inPieces = new JsonReader(JsonRules.REFERENCE);
            Outcome outcome = inPieces.read(text, 0, 1);
            for (int to = 2; outcome == Outcome.INCOMPLETE && to <= text.length; to++) {
                outcome = inPieces.resume(text, to);
                assertThat(outcome).as(number + after + ", " + to).isEqualTo(reader.read(text, 0, to));
                assertThat(inPieces.end()).as(number + after + ", " + to).isEqualTo(reader.end());
            }
        }
    }

    @Test
    void aNumberThatGoesOnBeyondTheLongestTextIsBroken() {
        JsonReader bounded = new JsonReader(new JsonRules(1000, 10, false));
        byte[] text = ("[" + "1".repeat(1000)).getBytes(ISO_8859_1);
        assertThat(bounded.read(text, 0, 1000)).isEqualTo(Outcome.INCOMPLETE);

        assertThat(bounded.resume(text, 1001)).isEqualTo(Outcome.BROKEN);
        assertThat(bounded.problem()).contains("longer than 1000 bytes");
    }
}
