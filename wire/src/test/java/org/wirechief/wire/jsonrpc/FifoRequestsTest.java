package org.wirechief.wire.jsonrpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.wire.json.JsonValue;

final class FifoRequestsTest {
    private static final String ONE = ":r1:{\"a\":[1,\":x:{}\"]}";
    private static final String TWO = ":r2: \n{\"b\":\"::\\\"\"}";

    private final FifoRequests requests = new FifoRequests();

    /// What is found in pieces as they are written, as `name=text`, `name!` for no JSON, `-` for
    /// what was given up, `?` for garbage.
    private List<String> found(String... pieces) {
        List<String> all = new ArrayList<>();
        // as a FIFO is read: what is not used moves to the front of an array that grows
        byte[] bytes = new byte[16];
        int end = 0;
        for (String piece : pieces) {
            byte[] more = piece.getBytes(ISO_8859_1);
            while (bytes.length - end < more.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            System.arraycopy(more, 0, bytes, end, more.length);
            int used = look(bytes, end, end + more.length, all);
            end += more.length - used;
            System.arraycopy(bytes, used, bytes, 0, end);
        }
        return all;
    }

    private int look(byte[] bytes, int fresh, int to, List<String> all) {
        int at = 0;
        while (true) {
            FifoFinding next = requests.next(bytes, at, fresh, to);
            assertThat(next.end()).isBetween(at, to);
            at = next.end();
            switch (next) {
                case FifoFinding.Request r ->
                    all.add(text(bytes, r.nameFrom(), r.nameTo()) + "="
                            + text(bytes, r.nameTo() + 1, r.end()).strip());
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
    void textsLastThoughTheirBytesDoNot() {
        byte[] bytes = (ONE + TWO).getBytes(ISO_8859_1);
        FifoFinding first = requests.next(bytes, 0, 0, bytes.length);
        JsonValue one = requests.text();
        assertThat(requests.next(bytes, first.end(), 0, bytes.length)).isInstanceOf(FifoFinding.Request.class);
        JsonValue two = requests.text();
        Arrays.fill(bytes, (byte) 'x');
        requests.next(":r3:[1,2,3,4,5,6]".getBytes(ISO_8859_1), 0, 0, 17);

        assertThat(Objects.requireNonNull(one.member("a")).elements())
                .extracting(value -> value.written().toString())
                .containsExactly("1", "\":x:{}\"");
        assertThat(Objects.requireNonNull(two.member("b")).text()).hasToString("::\"");
        assertThat(one.weight()).isEqualTo("{\"a\":[1,\":x:{}\"]}".length() + 5 * 12);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":version:reply~                   | version",
                "~ :core.uptime:opensips_77~a~~    | core.uptime",
                ":which:~                          | which",
                ":version:reply                    | ",
                ":version:                         | ",
                "::reply~                          | ",
                "version:reply~                    | ",
                ":r:{}~                            | ",
                ":r:a b~                           | ",
                ":a b:reply~                       | ",
                ":version~                         | ",
            })
    void theLanguageOfLinesIsKnown(String written, @Nullable String command) {
        byte[] bytes = written.strip().replace('~', '\n').getBytes(ISO_8859_1);

        assertThat(FifoRequests.commandOfLines(bytes, 0, bytes.length)).isEqualTo(command);
    }

    @Test
    void aHalfWhoseWriterIsGoneCostsNobodyElse() {
        for (int length = 1; length < ONE.length(); length++) {
            String half = ONE.substring(0, length);
            assertThat(found(half, ":r1:{\"k\":1}")).as(half).containsExactly("-", "r1={\"k\":1}");
            assertThat(found(half, "\n:r1:{\"k\":1}")).as(half).endsWith("r1={\"k\":1}");
        }
    }

    /// However fast the reader is.
    @Test
    void norDoesItWhenTheNextWasReadWithIt() {
        for (int length = 1; length < ONE.length(); length++) {
            String half = ONE.substring(0, length);
            assertThat(found(half + ":r1:{\"k\":1}"))
                    .as(half)
                    .endsWith("r1={\"k\":1}")
                    .doesNotContain("r1!");
        }
        assertThat(found(":r1:{\"a\":{\"b:r1:[{\"c\":1:r1:{\"k\":1}")).containsExactly("-", "-", "r1={\"k\":1}");
    }

    /// A read may end in the middle of a write.
    @Test
    void norDoesItWhereverAReadEnds() {
        String both = ":r1:{\"a\":\"b" + ":r2:{\"jsonrpc\":\"2.0\",\"k\":{}}";
        for (int read = 1; read < both.length(); read++) {
            assertThat(found(both.substring(0, read), both.substring(read)))
                    .as("%d", read)
                    .endsWith("r2={\"jsonrpc\":\"2.0\",\"k\":{}}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "null", "-5", "true1", "77", "\"x\"", "7 x", " 1", "2.5e3", "r1", ""})
    void norDoesItWhenTheNextNameCouldBeJson(String name) {
        for (int length = 1; length < ":opens:{".length(); length++) {
            String half = ":opens:{".substring(0, length);
            assertThat(found(half, ":" + name + ":{\"k\":1}")).as(half).containsExactly("-", name + "={\"k\":1}");
            assertThat(found(half, ":" + name + ":", "[1]")).as(half).endsWith(name + "=[1]");
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

    /// However many writes it comes in. A growing array, and a request that did not begin at its
    /// front, cost a look from its beginning.
    @ParameterizedTest
    @ValueSource(
            strings = {"name", "string", "escapes", "numbers", "number", "hexadecimal", "members", "depth", "blanks"})
    void aLongRequestIsLookedAtOnce(String what) {
        int size = 1 << 20;
        String request = longRequest(what, size);
        for (int write : new int[] {5, 1021}) {
            String[] pieces = (ONE + request).split("(?<=\\G.{" + write + "})", -1);
            long before = requests.looked();

            assertThat(found(pieces)).hasSize(2);
            assertThat(requests.looked() - before).isBetween((long) size, 6L * request.length());
        }
    }

    private static String longRequest(String what, int size) {
        return switch (what) {
            case "name" -> ":" + "n".repeat(size) + ":{}";
            case "string" -> ":r:[\"" + "s".repeat(size) + "\"]";
            case "escapes" -> ":r:[\"" + "\\u00e9\\n".repeat(size / 8) + "\"]";
            case "numbers" -> ":r:[" + "-1.5e3,".repeat(size / 7 + 1) + "0]";
            case "number" -> ":r:[" + "7".repeat(size) + "]";
            case "hexadecimal" -> ":r:[0x" + "abcd".repeat(size / 4) + "]";
            case "members" -> ":r:{" + "\"k\":true,".repeat(size / 9 + 1) + "\"k\":null}";
            case "depth" -> ":r:" + "[".repeat(size / 2) + "]".repeat(size / 2);
            case "blanks" -> ":r:{" + " ".repeat(size) + "}";
            default -> throw new IllegalArgumentException(what);
        };
    }

    @Test
    void longGarbageTakesTimeInProportion() {
        String colons = ":a".repeat(500_000);

        assertThat(found(colons + ":r:{}")).endsWith("r={}");
    }
}
