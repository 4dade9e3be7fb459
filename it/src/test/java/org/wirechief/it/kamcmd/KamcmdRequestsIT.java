package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.ScriptedNode;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// The requests both programs send: the captured bytes, but for the cookie.
class KamcmdRequestsIT {
    static Stream<Arguments> sends() {
        return GoldenVectors.read("ctl/kamcmd_wire").stream()
                .filter(v -> v.hasBytes("body"))
                .flatMap(v -> Stream.of(Kamcmd.values())
                        .map(kamcmd -> Arguments.argumentSet(kamcmd + " " + v.name(), kamcmd, v)));
    }

    @ParameterizedTest
    @MethodSource
    void sends(Kamcmd kamcmd, GoldenVector vector) throws IOException, InterruptedException {
        // what the captured node answered: the text r, to echo what it got
        byte[] body = {0x21, (byte) (vector.json().path("stdout").asString("").startsWith("abc") ? 'x' : 'r'), 0};
        try (ScriptedNode node = ScriptedNode.answering(1, body)) {
            List<String> args = vector.json()
                    .get("args")
                    .valueStream()
                    .map(word -> repeated(word.asString()))
                    .toList();
            String[] words = Stream.of(List.of("--", vector.text("method")), args)
                    .flatMap(List::stream)
                    .toArray(String[]::new);

            Outcome outcome = kamcmd.at(node.address(), words);

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stderr()).isEmpty();
            assertThat(node.requests()).hasSize(1);
            byte[] request = node.requests().getFirst();
            assertThat(hex(ScriptedNode.body(request))).isEqualTo(hex(vector.bytes("body")));
            assertThat(request[0] & 0xFF).isEqualTo(0xA1);
            assertThat(request[1] >> 4).isZero();
            assertThat(request.length - ScriptedNode.body(request).length)
                    .as("a header without leading zero bytes")
                    .isEqualTo(
                            2 + lengthBytes(ScriptedNode.body(request).length) + ScriptedNode.cookie(request).length);
            if (vector.has("stdout") && body[1] == 'r') {
                assertThat(outcome.stdout()).isEqualTo(vector.text("stdout"));
            }
        }
    }

    private static int lengthBytes(int length) {
        return length < 256 ? 1 : length < 65536 ? 2 : 3;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /// Long arguments are written `x*65533` in the vectors.
    private static String repeated(String word) {
        return word.matches("x\\*\\d+") ? "x".repeat(Integer.parseInt(word.substring(2))) : word;
    }
}
