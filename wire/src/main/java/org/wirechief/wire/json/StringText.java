package org.wirechief.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.wirechief.core.Octets;

/// The bytes a string stands for. Its escapes are ones that [StringScan] let pass.
final class StringText {
    private static final int REPLACEMENT = 0xFFFD;

    private StringText() {}

    /// Decodes what stands between the quotes.
    static Octets decode(byte[] bytes, int from, int end) {
        int escape = indexOfEscape(bytes, from, end);
        if (escape == end) {
            return Octets.copyOf(bytes, from, end);
        }
        // An escape is never shorter than what it stands for.
        byte[] text = Arrays.copyOfRange(bytes, from, end);
        int length = escape - from;
        int at = escape;
        while (at < end) {
            if (bytes[at] != '\\') {
                text[length++] = bytes[at++];
            } else if (bytes[at + 1] != 'u') {
                text[length++] = plain(bytes[at + 1]);
                at += 2;
            } else {
                int code = unit(bytes, at + 2);
                at += 6;
                if (isPair(bytes, code, at, end)) {
                    code = Character.toCodePoint((char) code, (char) unit(bytes, at + 2));
                    at += 6;
                }
                length = appendUtf8(text, length, code);
            }
        }
        return Octets.copyOf(text, 0, length);
    }

    /// Whether the string is `name` but for the case of ASCII letters.
    ///
    /// @param name ASCII
    static boolean matches(byte[] bytes, int from, int end, String name) {
        // an escape is never shorter than what it stands for
        if (end - from < name.length() || beginsOtherwise(bytes, from, end, name)) {
            return false;
        }
        if (indexOfEscape(bytes, from, end) == end) {
            return matchesPlain(bytes, from, end, name);
        }
        byte[] text = decode(bytes, from, end).toByteArray();
        return matchesPlain(text, 0, text.length, name);
    }

    /// Most names are told apart by their first letter.
    private static boolean beginsOtherwise(byte[] bytes, int from, int end, String name) {
        return from < end
                && !name.isEmpty()
                && bytes[from] != '\\'
                && lower(bytes[from]) != lower((byte) name.charAt(0));
    }

    private static boolean matchesPlain(byte[] bytes, int from, int end, String name) {
        if (end - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (lower(bytes[from + i]) != lower((byte) name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet;
    }

    private static int indexOfEscape(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    private static byte plain(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    private static boolean isPair(byte[] bytes, int high, int at, int end) {
        return Character.isHighSurrogate((char) high)
                && at + 6 <= end
                && bytes[at] == '\\'
                && bytes[at + 1] == 'u'
                && Character.isLowSurrogate((char) unit(bytes, at + 2));
    }

    private static int unit(byte[] bytes, int from) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            unit = unit << 4 | Character.digit(bytes[i], 16);
        }
        return unit;
    }

    private static int appendUtf8(byte[] text, int length, int code) {
        boolean single = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        byte[] utf8 = Character.toString(single ? REPLACEMENT : code).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, text, length, utf8.length);
        return length + utf8.length;
    }
}
