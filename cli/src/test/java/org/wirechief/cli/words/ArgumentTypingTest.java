package org.wirechief.cli.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.cli.command.UsageError;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcCall;
import org.wirechief.wire.binrpc.PacketHeader;

class ArgumentTypingTest {
    static Stream<GoldenVector> asKamcmd() {
        return GoldenVectors.read("ctl/kamcmd_wire").stream()
                .filter(v -> v.has("body_hex") && v.text("method").equals("core.echo"));
    }

    /// What kamcmd sent for these words.
    @ParameterizedTest
    @MethodSource
    void asKamcmd(GoldenVector vector) throws Exception {
        List<Value> args = vector.json()
                .get("args")
                .valueStream()
                .map(word -> ArgumentTyping.likeKamcmd(Octets.of(word.asString())))
                .toList();
        ReplyBuffer out = new ReplyBuffer();
        BinrpcCall.write(out, 1, Octets.of("core.echo"), args);

        int header = PacketHeader.read(out.bytes(), 0, out.size()).headerLength();
        assertThat(java.util.HexFormat.of().formatHex(out.bytes(), header, out.size()))
                .isEqualTo(vector.text("body_hex"));
    }

    @Test
    void json() throws Exception {
        assertThat(ArgumentTyping.textual(Octets.of("j:5"))).isEqualTo(Value.of(5));
        assertThat(ArgumentTyping.typed(Octets.of("j: \"5\" "))).isEqualTo(Value.of("5"));
        assertThat(ArgumentTyping.textual(Octets.of("j:null"))).isEqualTo(new Value.Nil());
        assertThat(ArgumentTyping.textual(Octets.of("j:[\"a\",1.5,{\"b\":true}]")))
                .isEqualTo(new Value.Arr(List.of(
                        Value.of("a"),
                        Value.of(1.5),
                        new Value.Struct(List.of(new Value.Member("b", Value.of(true)))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "x", "\"a", "[1", "{\"a\"}", "nullx", "1 2", "1,2", "1]", "1][2", "-", "{\"a\":1}}"})
    void whatIsNoJson(String word) {
        assertThatThrownBy(() -> ArgumentTyping.textual(Octets.of("j:" + word)))
                .isInstanceOf(UsageError.class)
                .hasMessageStartingWith("'j:" + word + "' is no");
    }

    /// As OpenSIPS's own command line, which sends nothing but text.
    @Test
    void textStaysAsItWasTyped() throws Exception {
        for (String word : List.of("5", "007", "1.50", "0x10", "", "a:b", "x=i:5")) {
            assertThat(ArgumentTyping.textual(Octets.of(word))).isEqualTo(Value.of(word));
        }
        assertThat(ArgumentTyping.textual(Octets.of("s:i:5"))).isEqualTo(Value.of("i:5"));
        assertThat(ArgumentTyping.textual(Octets.of("i:5"))).isEqualTo(Value.of(5));
        assertThat(ArgumentTyping.textual(Octets.of("d:5"))).isEqualTo(Value.of(5.0));
        assertThatThrownBy(() -> ArgumentTyping.textual(Octets.of("i:x"))).isInstanceOf(UsageError.class);
    }

    /// Seen of kamcmd 1.5, beside the vectors.
    @ParameterizedTest
    @CsvSource({
        "9999999999999999999, -1",
        "-9999999999999999999, 0",
        "2147483648, -2147483648",
        "+5, 5",
        "-0, 0",
        "007, 7"
    })
    void integersAreCutAsKamcmdDoes(String word, int sent) {
        assertThat(ArgumentTyping.likeKamcmd(Octets.of(word))).isEqualTo(Value.of(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x", ".", "e5", "--5", "5\n", " ", "1.5x", "nan(", "infinit", "0x1g", "1e", "٣"})
    void whatIsNoNumberIsText(String word) throws UsageError {
        assertThat(ArgumentTyping.likeKamcmd(Octets.of(word))).isEqualTo(Value.of(word));
        assertThat(ArgumentTyping.typed(Octets.of(word))).isEqualTo(Value.of(word));
    }

    @ParameterizedTest
    @CsvSource({
        "infinity, Infinity",
        "-INF, -Infinity",
        "nan(1), NaN",
        "Nan, NaN",
        "0x.8p1, 1.0",
        "1., 1.0",
        "0x10, 16.0",
        "' 1.5', 1.5",
        "1e400, Infinity"
    })
    void reals(String word, double sent) {
        assertThat(ArgumentTyping.likeKamcmd(Octets.of(word))).isEqualTo(Value.of(sent));
    }

    @Test
    void prefixesSayWhatItIs() throws UsageError {
        assertThat(typed("s:5")).isEqualTo(Value.of("5"));
        assertThat(typed("s:")).isEqualTo(Value.of(""));
        assertThat(typed("i:5")).isEqualTo(Value.of(5));
        assertThat(typed("i:-9223372036854775808")).isEqualTo(Value.of(Long.MIN_VALUE));
        assertThat(typed("d:5")).isEqualTo(Value.of(5.0));
        assertThat(typed("x:5")).isEqualTo(Value.of("x:5"));
        assertThat(typed("")).isEqualTo(Value.of(0));
    }

    @Test
    void noDigitIsLost() throws UsageError {
        assertThat(typed("4294967296")).isEqualTo(Value.of(4294967296L));
        assertThat(typed("99999999999999999999")).isEqualTo(Value.of("99999999999999999999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"i:", "i:x", "i:1.5", "i:9223372036854775808", "d:", "d:x"})
    void aPrefixThatIsNotTrue(String word) {
        assertThatThrownBy(() -> typed(word)).isInstanceOf(UsageError.class).hasMessageContaining("'" + word + "'");
    }

    private static Value typed(String word) throws UsageError {
        return ArgumentTyping.typed(Octets.of(word));
    }

    /// Any bytes are a value, and text stays what it is.
    @Test
    void anyBytes() {
        Random random = new Random(3);
        byte[] alphabet = "0159+-.exXpinfaINF \ts:\u00ff\0".getBytes(StandardCharsets.ISO_8859_1);
        for (int run = 0; run < 20_000; run++) {
            byte[] word = new byte[random.nextInt(8)];
            for (int i = 0; i < word.length; i++) {
                word[i] = alphabet[random.nextInt(alphabet.length)];
            }
            Octets octets = Octets.copyOf(word);
            if (ArgumentTyping.likeKamcmd(octets) instanceof Value.Text(Octets text)
                    && !octets.toString().startsWith("s:")) {
                assertThat(text).isEqualTo(octets);
            }
        }
    }
}
