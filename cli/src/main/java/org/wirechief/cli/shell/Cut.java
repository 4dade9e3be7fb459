package org.wirechief.cli.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// As much of a text as a terminal has room for, with the cursor below it.
///
/// @param rows of the terminal that are free; less than 1 when it does not tell its size
/// @param columns a line that is longer takes several rows; less than 1 when not told
record Cut(int rows, int columns) {
    /// The first lines, and how many more there are if any. A byte counts as a column, so that of
    /// text in other letters some rows may stay free.
    byte[] of(byte[] text) {
        int fits = end(text, 0, rows - 1, columns);
        if (rows < 1 || fits == text.length) {
            return text;
        }
        int end = end(text, 0, rows - 2, columns);
        var cut = new ByteArrayOutputStream();
        cut.write(text, 0, end);
        cut.writeBytes(("-- " + lines(text, end) + " more lines\n").getBytes(StandardCharsets.US_ASCII));
        return cut.toByteArray();
    }

    /// Behind the last line that fits so many rows, of those that begin at `from`.
    ///
    /// @param columns less than 1 for lines of any length
    static int end(byte[] text, int from, int room, int columns) {
        int end = from;
        int left = room;
        for (int at = from; at < text.length; at++) {
            if (text[at] == '\n' || at == text.length - 1) {
                int length = text[at] == '\n' ? at - end : at + 1 - end;
                left -= columns < 1 ? 1 : Math.max(1, Math.ceilDiv(length, columns));
                if (left < 0) {
                    return end;
                }
                end = at + 1;
            }
        }
        return end;
    }

    private static int lines(byte[] text, int from) {
        int lines = 0;
        for (int at = from; at < text.length; at++) {
            if (text[at] == '\n' || at == text.length - 1) {
                lines++;
            }
        }
        return lines;
    }
}
