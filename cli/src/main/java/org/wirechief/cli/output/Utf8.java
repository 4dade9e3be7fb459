package org.wirechief.cli.output;

import org.wirechief.core.Octets;

/// Tells UTF-8 from other bytes (RFC 3629: shortest forms only, no surrogates, up to U+10FFFF).
public final class Utf8 {
    private Utf8() {}

    static boolean isValid(Octets text) {
        int at = 0;
        while (at < text.length()) {
            int length = lengthAt(text, at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /// How many bytes the character there takes, 0 when they are none.
    public static int lengthAt(Octets text, int at) {
        int first = text.at(at);
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > text.length() || !isSecond(first, text.at(at + 1))) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((text.at(at + i) & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static boolean isSecond(int first, int second) {
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= lowest && second <= highest;
    }

    /// The character there, which must be one.
    public static int codePointAt(Octets text, int at, int length) {
        int first = text.at(at);
        if (length == 1) {
            return first;
        }
        int point = first & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            point = point << 6 | (text.at(at + i) & 0x3F);
        }
        return point;
    }
}
