package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.ScriptedNode;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// Captured bodies, sound and broken ones: the same output of both programs, byte by byte.
class KamcmdAnswersIT {
    /// Where ours differs on purpose (docs/interpretation.md).
    private static final Set<String> NOT_OURS =
            Set.of("kamcmd-print/str-nonul", "kamcmd-print/str-size0", "kamcmd-print/too-big");

    static Stream<Arguments> printsTheBody() {
        return GoldenVectors.read("ctl/kamcmd_print").stream()
                .filter(v -> v.hasBytes("reply_body") && !v.flag("volatile"))
                .flatMap(v -> Stream.of(Kamcmd.values())
                        .filter(kamcmd -> kamcmd == Kamcmd.DEBIANS || !NOT_OURS.contains(v.name()))
                        .map(kamcmd -> Arguments.argumentSet(kamcmd + " " + v.name(), kamcmd, v)));
    }

    @ParameterizedTest
    @MethodSource
    void printsTheBody(Kamcmd kamcmd, GoldenVector vector) throws IOException, InterruptedException {
        int kind = vector.json().get("reply_type").asInt();
        try (ScriptedNode node = ScriptedNode.answering(kind, vector.bytes("reply_body"))) {
            String[] words = vector.json()
                    .get("argv")
                    .valueStream()
                    .skip(3)
                    .map(word -> word.asString())
                    .toArray(String[]::new);

            Outcome outcome = kamcmd.at(node.address(), words);

            assertThat(outcome.exit()).isEqualTo(vector.json().get("exit").asInt());
            assertThat(outcome.stderr()).isEqualTo(vector.text("stderr"));
            if (vector.has("stdout")) {
                assertThat(outcome.stdout()).isEqualTo(vector.text("stdout"));
            } else {
                assertThat(outcome.stdout()).hasSizeGreaterThan(100_000);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void brokenAnswers(Kamcmd kamcmd) throws IOException, InterruptedException {
        assertThat(broken(kamcmd, _ -> null)).isEqualTo(failed("ERROR: read reply failed: Success (0)\n"));
        assertThat(broken(kamcmd, reply -> Arrays.copyOf(reply, 3)))
                .isEqualTo(failed("ERROR: read reply failed: Success (0)\n"));
        assertThat(broken(kamcmd, reply -> Arrays.copyOf(reply, reply.length - 1)))
                .isEqualTo(failed("ERROR: read reply failed: Success (0)\n"));
        assertThat(broken(kamcmd, _ -> "garbage!".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(failed("ERROR while parsing the reply: corrupted packet\n"));
        assertThat(broken(kamcmd, reply -> {
                    reply[1] = (byte) (0x20 | (reply[1] & 0xF));
                    return reply;
                }))
                .isEqualTo(failed("ERROR while parsing the reply: corrupted packet\n"));
        assertThat(broken(kamcmd, reply -> Arrays.copyOf(reply, reply.length + 5)))
                .isEqualTo(Kamcmd.said("a\n"));
    }

    @ParameterizedTest
    @EnumSource
    void anotherCookie(Kamcmd kamcmd) throws IOException, InterruptedException {
        Outcome outcome = broken(kamcmd, reply -> {
            reply[6] ^= 0x01;
            return reply;
        });

        assertThat(outcome.exit()).isEqualTo(255);
        assertThat(outcome.stderr()).matches("""
                        bad reply, cookie doesn't match: sent [0-9a-f]{1,8} and received  [0-9a-f]{1,8}
                        ERROR: cookie does not match
                        """);
    }

    private static Outcome broken(Kamcmd kamcmd, UnaryOperator<byte[]> how) throws IOException, InterruptedException {
        try (ScriptedNode node = ScriptedNode.breaking(how)) {
            return kamcmd.at(node.address(), "m");
        }
    }

    private static Outcome failed(String stderr) {
        return new Outcome(255, "", stderr);
    }

    @Test
    void longAnswersAreTaken() throws IOException, InterruptedException {
        GoldenVector tooBig = GoldenVectors.read("ctl/kamcmd_print").stream()
                .filter(v -> v.name().equals("kamcmd-print/too-big"))
                .findFirst()
                .orElseThrow();
        try (ScriptedNode node = ScriptedNode.answering(1, tooBig.bytes("reply_body"))) {
            Outcome outcome = Kamcmd.OURS.at(node.address(), "m");

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stdout()).hasSizeGreaterThan(131_000);
        }
    }

    @Test
    void everyPieceIsShown() throws IOException, InterruptedException {
        try (ScriptedNode node = ScriptedNode.answering(1, new byte[] {0x21, 'a', 0})) {
            List<String> shown = Stream.of(Kamcmd.values())
                    .map(kamcmd -> {
                        try {
                            return kamcmd.at(node.address(), "-vvv", "m").stdout();
                        } catch (IOException | InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .map(KamcmdAnswersIT::withoutCookie)
                    .toList();

            assertThat(shown.getLast())
                    .isEqualTo(shown.getFirst())
                    .startsWith("received 13 bytes in reply (@offset 0):\n");
        }
    }

    /// The cookie is random: its bytes in the dump, their characters, and itself.
    private static String withoutCookie(String shown) {
        String dump = shown.lines().toList().get(1);
        String bytes = dump.substring(0, 18) + dump.substring(30, 55);
        return shown.replace(dump, bytes).replaceFirst("cookie [0-9a-f]+", "cookie");
    }
}
