package org.wirechief.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class PagerTest {
    private static final String MORE = "\033[7m-- more: blank, Enter, q --\033[0m\r\033[K";

    /// @param keys what is typed, one for each page but the last
    private static String shown(String text, String keys) throws IOException {
        var screen = new ByteArrayOutputStream();
        var typed = new ByteArrayInputStream(keys.getBytes(StandardCharsets.US_ASCII));
        try (var terminal = new DumbTerminal(typed, screen)) {
            terminal.setSize(Size.of(10, 4));
            new Pager(terminal).show(text.getBytes(StandardCharsets.US_ASCII));
        }
        return screen.toString(StandardCharsets.US_ASCII).replace("\r\n", "\n");
    }

    @Test
    void aPageHasAsManyLinesAsFit() throws IOException {
        assertThat(shown("1\n2\n3\n", "")).isEqualTo("1\n2\n3\n");
        assertThat(shown("1\n2\n3\n4\n5\n", "\r ")).isEqualTo("1\n2\n3\n" + MORE + "4\n" + MORE + "5\n");
        assertThat(shown("1\n2\n3\n4\n", "q")).isEqualTo("1\n2\n3\n" + MORE);
    }

    @Test
    void aLineThatTakesSeveralRowsLeavesLessRoom() throws IOException {
        String wide = "x".repeat(15) + "\n";

        assertThat(shown("1\n" + wide + "3\n", " ")).isEqualTo("1\n" + wide + MORE + "3\n");
    }

    @Test
    void aLineLongerThanTheScreenIsAPage() throws IOException {
        String huge = "x".repeat(100) + "\n";

        assertThat(shown("1\n" + huge + huge, "  ")).isEqualTo("1\n" + MORE + huge + MORE + huge);
    }
}
