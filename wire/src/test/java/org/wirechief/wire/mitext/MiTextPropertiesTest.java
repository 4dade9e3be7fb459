package org.wirechief.wire.mitext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.ReplyBuffer;

/// What one side writes the other side reads. The seed is in the report; `-Dmitext.seed=...`
/// repeats a run.
class MiTextPropertiesTest {
    private static final int RUNS = 100_000;

    /// Bytes that mean something to the grammar, and two that do not.
    private static final byte[] ALPHABET = Texts.bytes("::\"\"\\\\\n\t\r \0ab\u00e9");

    private SplittableRandom random;

    @BeforeEach
    void seed(TestReporter reporter) {
        random = Seed.of("mitext.seed", reporter::publishEntry).random();
    }

    @Test
    void whatACallSaysTheServerReads() throws ProtocolError {
        ReplyBuffer out = new ReplyBuffer();
        int said = 0;
        for (int i = 0; i < RUNS; i++) {
            List<Texts.Pair> pairs =
                    Stream.generate(this::pair).limit(random.nextInt(4)).toList();
            out.clear();
            if (pairs.stream().allMatch(MiTextPropertiesTest::canBeSaid)) {
                MiTextCall.write(out, Octets.of("c"), values(pairs));
                byte[] datagram = Arrays.copyOf(out.bytes(), out.size());
                assertThat(Texts.pairs(Texts.parsed(datagram).arguments())).isEqualTo(pairs);
                said++;
            } else {
                assertThatThrownBy(() -> MiTextCall.write(out, Octets.of("c"), values(pairs)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(said).isBetween(RUNS / 4, RUNS * 3 / 4);
    }

    private Texts.Pair pair() {
        Octets value = octets(random.nextInt(7));
        if (random.nextBoolean()) {
            return new Texts.Pair(null, value);
        }
        return new Texts.Pair(octets(1 + random.nextInt(3)), value.isEmpty() ? null : value);
    }

    private Octets octets(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ALPHABET[random.nextInt(ALPHABET.length)];
        }
        return Octets.copyOf(bytes);
    }

    private static List<Value> values(List<Texts.Pair> pairs) {
        return pairs.stream()
                .map(pair -> pair.name() == null
                        ? value(pair.value())
                        : (Value) new Value.Struct(List.of(new Value.Member(pair.name(), value(pair.value())))))
                .toList();
    }

    private static Value value(@Nullable Octets text) {
        return text == null ? new Value.Nil() : new Value.Text(text);
    }

    /// Worked out from the grammar, not from the code.
    private static boolean canBeSaid(Texts.Pair pair) {
        String name = pair.name() == null ? "" : Texts.text(pair.name().toByteArray());
        String value = pair.value() == null ? "" : Texts.text(pair.value().toByteArray());
        if (name.isEmpty() && value.isEmpty()) {
            return false;
        }
        boolean goodName = !needsQuotes(name)
                && !(name + "::").substring(0, name.length() + 1).contains("::");
        boolean goodValue = !needsQuotes(value) || value.length() == 1 || !value.endsWith("\\");
        return goodName && goodValue;
    }

    private static boolean needsQuotes(String text) {
        return text.contains("\"") || text.contains("\n") || text.matches("(?s)[ \t\r].*|.*[ \t\r]");
    }

    @Test
    void whatTheServerSaysTheClientReads() throws ProtocolError {
        for (int i = 0; i < RUNS / 10; i++) {
            List<Value.Member> members = members(3);
            ReplyBuffer out = new ReplyBuffer();
            MiTextReply reply = new MiTextReply(out, MiTextOptions.DEFAULTS);
            reply.add(new Value.Struct(members));
            reply.finish();

            assertThat(MiTextAnswer.read(out.bytes(), 0, out.size()).values())
                    .isEqualTo(members.isEmpty() ? List.of() : List.of(new Value.Struct(members)));
        }
    }

    private List<Value.Member> members(int depth) {
        List<Value.Member> members = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Value.Member> inside = depth == 0 || random.nextBoolean() ? List.of() : members(depth - 1);
            members.add(new Value.Member(
                    "n" + random.nextInt(100),
                    inside.isEmpty() ? Value.of("v=" + random.nextInt() + " x") : new Value.Struct(inside)));
        }
        return members;
    }

    @Test
    void whatRowsSayTheClientReads() throws ProtocolError {
        for (int i = 0; i < RUNS / 10; i++) {
            List<Value.Member> attributes = Stream.generate(
                            () -> new Value.Member("a" + random.nextInt(9), Value.of("v=" + random.nextInt(99))))
                    .limit(1 + random.nextInt(4))
                    .toList();
            ReplyBuffer out = new ReplyBuffer();
            MiTextReply reply = new MiTextReply(out, MiTextOptions.DEFAULTS);
            reply.rows(
                    "Rows",
                    "Row",
                    rows -> rows.row(row -> attributes.forEach(member ->
                            row.attr(member.name().toString(), member.value().asText()))));
            reply.finish();

            assertThat(MiTextAnswer.read(out.bytes(), 0, out.size()).values())
                    .containsExactly(new Value.Struct(List.of(new Value.Member("Row", new Value.Struct(attributes)))));
        }
    }

    @Test
    void cutAnywhereADatagramIsReadOrRefused() {
        for (String file : List.of("mi24_udp4", "mi24_unix", "mi18_udp4", "mi24_misc")) {
            GoldenVectors.read("mi-text/" + file).forEach(vector -> {
                if (vector.hasBytes("request") && vector.bytes("request").length < 4000) {
                    cutRequests(vector.bytes("request"));
                }
                boolean isEvent = vector.name().startsWith("event/");
                if (!isEvent && vector.hasBytes("reply") && vector.bytes("reply").length < 4000) {
                    cutReplies(vector.bytes("reply"));
                }
            });
        }
    }

    private static void cutRequests(byte[] datagram) {
        for (int length = 0; length <= datagram.length; length++) {
            try {
                Texts.pairs(Texts.parsed(Arrays.copyOf(datagram, length)).arguments());
            } catch (ProtocolError e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    /// Only at the end of a line can a reply end.
    private static void cutReplies(byte[] datagram) {
        for (int length = 0; length <= datagram.length; length++) {
            boolean isWhole = length > 0 && datagram[length - 1] == '\n';
            try {
                MiTextAnswer.read(datagram, 0, length);
                assertThat(isWhole).isTrue();
            } catch (ProtocolError e) {
                assertThat(isWhole).isFalse();
            }
        }
    }
}
