package org.wirechief.wire.mitext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.ReplyBuffer;

/// Every reply that OpenSIPS gave and that says what it means, read and written again: the bytes
/// are the same. Attributes, and nodes with a value and something below it, do not say enough; how
/// those are written shows on the wire, where the commands run that the vectors were captured with.
class ReplyVectorsTest {
    private static final List<String> FILES = List.of(
            "mi24_udp4", "mi24_udp6", "mi24_unix", "mi24_misc", "mi24_early_and_limits", "mi18_udp4", "mi18_unix");

    /// Attributes; a level below; the status of an answer that is a fault for us.
    private static final Pattern SAYS_TOO_LITTLE =
            Pattern.compile("::  \\S+=|\n[\t -]|\n\n.|^20[12] .*\n.", Pattern.DOTALL);

    static Stream<GoldenVector> replies() {
        return FILES.stream()
                .flatMap(file -> GoldenVectors.read("mi-text/" + file).stream())
                .filter(vector -> vector.hasBytes("reply"))
                .filter(vector -> isPlain(Texts.text(vector.bytes("reply"))));
    }

    private static boolean isPlain(String reply) {
        return Character.isDigit(reply.charAt(0))
                && !SAYS_TOO_LITTLE.matcher(reply).find();
    }

    @ParameterizedTest
    @MethodSource
    void replies(GoldenVector vector) throws ProtocolError {
        byte[] wire = vector.bytes("reply");
        ReplyBuffer out = new ReplyBuffer();

        writeAgain(MiTextAnswer.read(wire, 0, wire.length), Texts.text(wire), profile(vector), out);

        assertThat(Texts.text(out)).isEqualTo(Texts.text(wire));
    }

    @Test
    void thereAreVectors() {
        assertThat(replies().count()).isGreaterThan(500);
    }

    private static void writeAgain(MiTextAnswer answer, String wire, MiTextProfile profile, ReplyBuffer out) {
        for (MiTextError error : MiTextError.values()) {
            if (wire.equals(error.line(profile) + "\n")) {
                error.write(out, profile);
                return;
            }
        }
        MiTextReply reply = new MiTextReply(out, MiTextOptions.DEFAULTS.withProfile(profile));
        if (answer.code() == 200 && answer.reason().equals(Octets.of("OK"))) {
            answer.values().forEach(reply::add);
        } else {
            reply.fault(answer.code(), answer.reason().toString());
        }
        reply.finish();
    }

    private static MiTextProfile profile(GoldenVector vector) {
        String version = vector.has("version") ? vector.text("version") : "2.4.11";
        return switch (version) {
            case "1.8" -> MiTextProfile.V1_8;
            case "2.4.4" -> MiTextProfile.V2_4_0;
            default -> MiTextProfile.V2_4_5;
        };
    }
}
