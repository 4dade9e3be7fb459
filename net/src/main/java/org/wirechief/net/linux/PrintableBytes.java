package org.wirechief.net.linux;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes that are probably text, for logs and listings: what a terminal or a reader could be fooled
/// by is escaped.
public final class PrintableBytes {
    private PrintableBytes() {}

    /// Printable UTF-8 as it is, every other byte and the backslash as `\xNN`.
    public static String of(byte[] bytes, int from) {
        var out = new StringBuilder();
        int at = from;
        while (at < bytes.length) {
            int length = sequence(bytes[at]);
            String text = length == 0 || at + length > bytes.length ? "" : decode(bytes, at, length);
            if (text.isEmpty() || !isPrintable(text.codePointAt(0))) {
                length = 1;
                text = "\\x" + Integer.toHexString(0x100 | (bytes[at] & 0xff)).substring(1);
            }
            out.append(text);
            at += length;
        }
        return out.toString();
    }

    /// The length of the UTF-8 sequence a byte begins, 0 if it begins none.
    private static int sequence(byte first) {
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        return switch (ones) {
            case 0 -> 1;
            case 2, 3, 4 -> ones;
            default -> 0;
        };
    }

    private static String decode(byte[] bytes, int at, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static boolean isPrintable(int c) {
        return c != '\\'
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}
