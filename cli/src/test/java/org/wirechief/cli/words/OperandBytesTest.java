package org.wirechief.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;

class OperandBytesTest {
    @Test
    void lostBytesAreFoundAgain() {
        byte[] commandLine = "java\0call\0a\u00ff\0b\0a\u00fe\0\u00c3\u00a9\0".getBytes(StandardCharsets.ISO_8859_1);
        List<String> words = List.of("a\uFFFD", "b", "a\uFFFD", "é", "gone\uFFFD");

        assertThat(OperandBytes.found(words, commandLine))
                .containsExactly(
                        octets('a', 0xFF), Octets.of("b"), octets('a', 0xFE), Octets.of("é"), Octets.of("gone\uFFFD"));
    }

    @Test
    void textIsItself() {
        assertThat(OperandBytes.of(List.of("a", "é", "")))
                .containsExactly(Octets.of("a"), Octets.of("é"), Octets.of(""));
    }

    private static Octets octets(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return Octets.copyOf(all);
    }
}
