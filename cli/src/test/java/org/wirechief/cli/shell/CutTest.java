package org.wirechief.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CutTest {
    private static String cut(int rows, int columns, String text) {
        return new String(
                new Cut(rows, columns).of(text.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(cut(4, 80, "a\nb\nc\n")).isEqualTo("a\nb\nc\n");
        assertThat(cut(4, 80, "a\nb\nc")).isEqualTo("a\nb\nc");
        assertThat(cut(4, 80, "")).isEmpty();
    }

    /// One row is the cursor's, another tells how much is missing.
    @Test
    void whatDoesNotIsCounted() {
        assertThat(cut(3, 80, "a\nb\nc\n")).isEqualTo("a\n-- 2 more lines\n");
        assertThat(cut(3, 80, "a\nb\nc")).isEqualTo("a\n-- 2 more lines\n");
        assertThat(cut(2, 80, "a\nb\nc\n")).isEqualTo("-- 3 more lines\n");
        assertThat(cut(1, 80, "a\nb\n")).isEqualTo("-- 2 more lines\n");
    }

    @Test
    void longLinesTakeSeveralRows() {
        assertThat(cut(4, 4, "12345\nb\n")).isEqualTo("12345\nb\n");
        assertThat(cut(3, 4, "12345\nb\n")).isEqualTo("-- 2 more lines\n");
        assertThat(cut(4, 4, "1234\nb\nc\nd\n")).isEqualTo("1234\nb\n-- 2 more lines\n");
    }

    @Test
    void aTerminalThatDoesNotTellItsSizeGetsAll() {
        assertThat(cut(-2, 0, "a\nb\n")).isEqualTo("a\nb\n");
        assertThat(cut(10, 0, "a".repeat(1000) + "\n")).hasSize(1001);
    }
}
