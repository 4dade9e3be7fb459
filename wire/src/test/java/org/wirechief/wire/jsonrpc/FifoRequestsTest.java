package org.wirechief.wire.jsonrpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FifoRequestsTest {
    private static final String ONE = ":r1:{\"a\":[1,\":x:{}\"]}";
    private static final String TWO = ":r2: \n{\"b\":\"::\\\"\"}";

    private final FifoRequests requests = new FifoRequests();

    /// What is found in pieces as they are written, as `name=text`, `name!` for no JSON, `-` for
    /// what was given up, `?` for garbage.
    private List<String> found(String... pieces) {
        List<String> all = new ArrayList<>();
        byte[] kept = new byte[0];
        for (String piece : pieces) {
            int fresh = kept.length;
            byte[] more = piece.getBytes(ISO_8859_1);
            byte[] bytes = Arrays.copyOf(kept, fresh + more.length);
            System.arraycopy(more, 0, bytes, fresh, more.length);
            kept = Arrays.copyOfRange(bytes, look(bytes, fresh, all), bytes.length);
        }
        return all;
    }

    private int look(byte[] bytes, int fresh, List<String> all) {
        int at = 0;
        while (true) {
            FifoFinding next = requests.next(bytes, at, fresh, bytes.length);
            assertThat(next.end()).isBetween(at, bytes.length);
            at = next.end();
            switch (next) {
                case FifoFinding.Request r ->
                    all.add(text(bytes, r.nameFrom(), r.nameTo()) + "="
                            + text(bytes, r.textFrom(), r.end()).strip());
                case FifoFinding.Unreadable r -> all.add(text(bytes, r.nameFrom(), r.nameTo()) + "!");
                case FifoFinding.Abandoned _ -> all.add("-");
                case FifoFinding.Garbage _ -> all.add("?");
                case FifoFinding.Incomplete _ -> {
                    return at;
                }
            }
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, ISO_8859_1);
    }

    @Test
    void severalInOneWrite() {
        String[] both = {"r1={\"a\":[1,\":x:{}\"]}", "r2={\"b\":\"::\\\"\"}"};

        assertThat(found(ONE + TWO)).containsExactly(both);
        assertThat(found(" \t\r\n" + ONE + "\r\n" + TWO + "\n")).containsExactly(both);
    }

    @Test
    void oneByteAWrite() {
        assertThat(found((ONE + "\n" + TWO).split("")))
                .containsExactly("r1={\"a\":[1,\":x:{}\"]}", "r2={\"b\":\"::\\\"\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "::{}                      | ={}",
                ":a b:{}                   | a b={}",
                ":a.b:{}:r:[]              | a.b={},r=[]",
                "garbage:r:{}              | ?,r={}",
                "{\"m\":\"v\",\"id\":1}    | ?",
                ":r:{}xyz:s:{}             | r={},?,s={}",
                ":r:{},:s:{}               | r={},?,s={}",
                ":r:hello                  | r!",
                ":r:{\"a\":1,}:s:{}        | r!,s={}",
                ":r{\"a\":\"b\",\"c\":{}}  | r{\"a\"=\"b\",?",
                ":r::v:                    | r!",
                ":r                        | ``",
                ":r:                       | ``",
                ":                         | ``",
                ":r:{\"a\":                | ``",
            })
    void inOneWrite(String written, String expected) {
        assertThat(String.join(",", found(written))).isEqualTo(expected);
    }

    @Test
    void aHalfWhoseWriterIsGoneCostsNobodyElse() {
        for (int length = 1; length < ONE.length(); length++) {
            String half = ONE.substring(0, length);
            assertThat(found(half, ":r1:{\"k\":1}")).as(half).containsExactly("-", "r1={\"k\":1}");
            assertThat(found(half, "\n:r1:{\"k\":1}")).as(half).endsWith("r1={\"k\":1}");
        }
    }

    @Test
    void brokenRequestsAreToldApartByTheirWrites() {
        assertThat(found(":r1:hello", ":r2::version:\n", ":r3:{}")).containsExactly("r1!", "-", "r2!", "-", "r3={}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {":r:{\"a\":|r", "` :r 1:`|r 1", "::|``", ":r|", ":|", "``|", "x:r:{|"})
    void theNameOfWhatIsNotWhole(String bytes, @Nullable String name) {
        byte[] found = FifoRequests.nameOf(bytes.getBytes(ISO_8859_1), 0, bytes.length());

        assertThat(found == null ? null : new String(found, ISO_8859_1)).isEqualTo(name);
    }

    @Test
    void zeroBytesEndATextAndAreNone() {
        assertThat(found(":r:{}\0:s:{}")).containsExactly("r={}", "?", "s={}");
        assertThat(found(":r:{\"a\"\0:s:{}")).containsExactly("r!", "s={}");
    }

    @Test
    void whateverComesGoodRequestsAreFound() {
        Random random = new Random(6);
        String alphabet = ":{}[]\",\\ \n\0ax.1\u00e9";
        for (int round = 0; round < 3000; round++) {
            StringBuilder garbage = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                garbage.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            // a string or bracket left open takes in what follows, until the next write
            assertThat(found(garbage.toString(), ":good:{\"k\":1}", ":good:{\"k\":2}"))
                    .as(garbage.toString())
                    .contains("good={\"k\":2}");
        }
    }

    @Test
    void longGarbageTakesTimeInProportion() {
        String colons = ":a".repeat(500_000);

        assertThat(found(colons + ":r:{}")).endsWith("r={}");
    }
}
