package org.wirechief.wire.mitext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// The first lines and arguments that were captured with replies that show how they were read.
class GrammarVectorsTest {
    private static final List<String> FILES = List.of("mi24_udp4", "mi24_udp6", "mi24_unix", "mi18_udp4", "mi18_unix");

    /// Read without the original's defects ([ParseFuzzVectorsTest]); and a value that the reply
    /// does not show as it was read, since a zero byte hides what is behind it there.
    private static final Map<String, List<Texts.Pair>> SANE = Map.of(
            "grammar/nul-in-value", List.of(pair(null, "a\0b")),
            "grammar/named-empty-at-end", List.of(pair("n", null)),
            "grammar/named-empty-blanks-at-end", List.of(pair("ab", null)),
            "grammar/quoted-escaped-quote-no-newline", List.of(pair(null, "a\"b")),
            "grammar/quoted-escape-then-unterminated-line", List.of(pair(null, "a\"b"), pair(null, "foo")),
            "grammar/quoted-2escapes-then-unterminated-line", List.of(pair(null, "a\"b\"c"), pair(null, "foo")));

    private static final Pattern ARGUMENT = Pattern.compile("Arg:: \\d+ nlen=(-?\\d+) vlen=(-?\\d+)\n");

    static Stream<GoldenVector> echoes() {
        return vectors("grammar/").filter(vector -> requestOf(vector).startsWith(":probe_echo:\n"));
    }

    static Stream<GoldenVector> firstLines() {
        return vectors("first-line/").filter(vector -> vector.bytes("request").length > 0);
    }

    private static Stream<GoldenVector> vectors(String group) {
        return FILES.stream()
                .flatMap(file -> GoldenVectors.read("mi-text/" + file).stream())
                .filter(vector -> vector.name().startsWith(group))
                .filter(vector -> vector.hasBytes("request") && vector.hasBytes("reply"));
    }

    @ParameterizedTest
    @MethodSource
    void echoes(GoldenVector vector) throws ProtocolError {
        String reply = Texts.text(vector.bytes("reply"));
        byte[] request = vector.bytes("request");

        if (SANE.containsKey(vector.name())) {
            assertThat(Texts.pairs(Texts.parsed(request).arguments())).isEqualTo(SANE.get(vector.name()));
        } else if (reply.startsWith("200 OK\n")) {
            assertThat(Texts.pairs(Texts.parsed(request).arguments())).isEqualTo(echoed(reply));
        } else {
            MiTextRequest read = MiTextRequest.of(request, 0, request.length, Texts.ORIGIN);
            assertThatThrownBy(read::parseArguments).isInstanceOf(ProtocolError.class);
            assertThat(Texts.line(MiTextError.PARSE_ERROR, MiTextProfile.V2_4_5))
                    .isEqualTo(reply);
        }
    }

    @ParameterizedTest
    @MethodSource
    void firstLines(GoldenVector vector) {
        String reply = Texts.text(vector.bytes("reply"));
        byte[] request = vector.bytes("request");
        List<String> registered = List.of("uptime", "debug", "which");

        String command = command(request);

        String refusal = Texts.line(MiTextError.NOT_AVAILABLE, MiTextProfile.V1_8);
        assertThat(reply.equals(refusal)).isEqualTo(!registered.contains(command) || isGone(vector));
    }

    /// `debug` is a command in 1.8 only.
    private static boolean isGone(GoldenVector vector) {
        return vector.name().endsWith("removed-command-debug") && !vector.has("version");
    }

    private static String command(byte[] request) {
        try {
            return MiTextRequest.of(request, 0, request.length, Texts.ORIGIN)
                    .command()
                    .toString();
        } catch (ProtocolError e) {
            return "";
        }
    }

    @Test
    void thereAreVectors() {
        assertThat(echoes().count()).isGreaterThan(100);
        assertThat(firstLines().count()).isGreaterThan(80);
    }

    /// The pairs that a reply of `probe_echo` shows.
    private static List<Texts.Pair> echoed(String reply) {
        List<Texts.Pair> pairs = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(reply);
        while (argument.find()) {
            int at = argument.end();
            int nameLength = Integer.parseInt(argument.group(1));
            int valueLength = Integer.parseInt(argument.group(2));
            Octets name = nameLength < 0 ? null : Texts.octets(reply.substring(at + 5, at + 5 + nameLength));
            at += nameLength < 0 ? 0 : nameLength + 6;
            Octets value = valueLength < 0 ? null : Texts.octets(reply.substring(at + 5, at + 5 + valueLength));
            pairs.add(new Texts.Pair(name, value));
        }
        return pairs;
    }

    private static Texts.Pair pair(@Nullable String name, @Nullable String value) {
        return new Texts.Pair(name == null ? null : Texts.octets(name), value == null ? null : Texts.octets(value));
    }

    private static String requestOf(GoldenVector vector) {
        return Texts.text(vector.bytes("request"));
    }
}
