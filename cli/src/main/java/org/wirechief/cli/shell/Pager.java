package org.wirechief.cli.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/// Shows what is longer than the terminal a screen at a time: blank goes on by a screen, Enter by a
/// line, `q` ends.
final class Pager {
    private static final byte[] MORE = "\033[7m-- more: blank, Enter, q --\033[0m".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FORGET = "\r\033[K".getBytes(StandardCharsets.US_ASCII);

    private final Terminal terminal;

    Pager(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(byte[] text) throws IOException {
        int room = terminal.getRows() - 1;
        int at = 0;
        while (at < text.length) {
            int end = end(text, at, room < 1 ? Integer.MAX_VALUE : room);
            terminal.output().write(text, at, end - at);
            terminal.flush();
            at = end;
            if (at < text.length) {
                room = ask();
                if (room == 0) {
                    return;
                }
            }
        }
    }

    /// Behind the last line that fits so many rows, or behind the next one if none does.
    private int end(byte[] text, int from, int rows) {
        int columns = terminal.getColumns();
        int end = Cut.end(text, from, rows, columns);
        return end > from ? end : Cut.end(text, from, 1, 0);
    }

    /// How many rows to show next; 0 to end.
    private int ask() throws IOException {
        terminal.output().write(MORE);
        terminal.flush();
        Attributes before = terminal.enterRawMode();
        try {
            int key = terminal.reader().read();
            terminal.output().write(FORGET);
            return switch (key) {
                case '\r', '\n' -> 1;
                case 'q', 'Q', 3, 4, -1 -> 0;
                default -> terminal.getRows() - 1;
            };
        } finally {
            terminal.setAttributes(before);
        }
    }
}
