package org.wirechief.wire.event;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// A value in quotes, which one is if and only if a line feed is in it. Every quote in it has a
/// backslash before it, so that a quote without one ends it or shows that it is none.
///
/// @param text what stands for
/// @param end behind the quote that ends it
/// @param mayEndElsewhere whether the text can be read with another end, see [Doubt#END_OF_QUOTED]
record QuotedValue(Octets text, int end, boolean mayEndElsewhere) {
    /// Looks for one that begins here.
    ///
    /// @param limit behind the last byte that may belong to it
    /// @return null when there is none
    static @Nullable QuotedValue find(byte[] bytes, int from, int limit) {
        if (from >= limit || bytes[from] != '"') {
            return null;
        }
        boolean lines = false;
        int last = -1;
        int ends = 0;
        for (int i = from + 1; i < limit; i++) {
            lines |= bytes[i] == '\n';
            if (bytes[i] != '"') {
                continue;
            }
            boolean mayEnd = lines && (i + 1 == limit || bytes[i + 1] == '\n');
            boolean escaped = bytes[i - 1] == '\\';
            if (mayEnd) {
                ends++;
                last = i;
            }
            if (!escaped) {
                // the quotes passed over belong to it, or it ends at the only one that can end it
                return mayEnd ? of(bytes, from, i, ends > 1) : of(bytes, from, last, ends > 1);
            }
        }
        return of(bytes, from, last, ends > 1);
    }

    private static @Nullable QuotedValue of(byte[] bytes, int from, int end, boolean mayEndElsewhere) {
        return end < 0 ? null : new QuotedValue(unquoted(bytes, from + 1, end), end + 1, mayEndElsewhere);
    }

    private static Octets unquoted(byte[] bytes, int from, int end) {
        byte[] text = new byte[end - from];
        int length = 0;
        for (int i = from; i < end; i++) {
            if (bytes[i] != '\\' || i + 1 == end || bytes[i + 1] != '"') {
                text[length++] = bytes[i];
            }
        }
        return Octets.copyOf(text, 0, length);
    }
}
