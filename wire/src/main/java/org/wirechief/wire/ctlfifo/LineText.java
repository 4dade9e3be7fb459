package org.wirechief.wire.ctlfifo;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// Text within a line, and its escapes (spec ctl §10.2, §10.3).
final class LineText {
    private LineText() {}

    /// A whole line's text: `\n`, `\r`, `\t`, `\\`, `\0` are escaped.
    static void line(ReplyBuffer out, Octets text) {
        for (int i = 0; i < text.length(); i++) {
            append(out, text.at(i));
        }
    }

    /// A name or a value in a struct or an array: `:` and `,` are escaped too.
    static void item(ReplyBuffer out, Octets text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.at(i)) {
                case ':' -> escape(out, 'o');
                case ',' -> escape(out, 'c');
                default -> append(out, text.at(i));
            }
        }
    }

    private static void append(ReplyBuffer out, int octet) {
        switch (octet) {
            case '\n' -> escape(out, 'n');
            case '\r' -> escape(out, 'r');
            case '\t' -> escape(out, 't');
            case '\\' -> escape(out, '\\');
            case 0 -> escape(out, '0');
            default -> out.append(octet);
        }
    }

    private static void escape(ReplyBuffer out, int letter) {
        out.append('\\');
        out.append(letter);
    }

    /// What a line meant.
    ///
    /// @param compat Kamailio reads `\c` as a colon and `\o` as a comma, against its own writing
    /// @return null for an escape there is not, or a backslash at the end
    static @Nullable Octets unescaped(byte[] bytes, int from, int to, boolean compat) {
        byte[] text = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            int octet = bytes[i];
            if (octet == '\\') {
                i++;
                octet = i < to ? meaning(bytes[i], compat) : -1;
                if (octet < 0) {
                    return null;
                }
            }
            text[length++] = (byte) octet;
        }
        return Octets.copyOf(text, 0, length);
    }

    private static int meaning(byte letter, boolean compat) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '\\' -> '\\';
            case '0' -> 0;
            case 'o' -> compat ? ',' : ':';
            case 'c' -> compat ? ':' : ',';
            default -> -1;
        };
    }
}
