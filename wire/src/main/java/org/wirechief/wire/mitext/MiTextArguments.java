package org.wirechief.wire.mitext;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// The arguments of a request as they were written: pairs of name and value, of which one may be
/// absent. None is empty. Names may repeat; commands go by position alone.
///
/// Slices of the datagram, valid as long as its bytes are. One thread at a time.
public final class MiTextArguments {
    private static final int ABSENT = -1;

    /// Ints a pair takes: where its name begins and ends, its value begins and ends, and how many
    /// backslashes its value has to lose.
    private static final int SPAN = 5;

    private static final int[] NONE = {};

    private final byte[] bytes;
    private int[] spans = NONE;
    private int size;

    MiTextArguments(byte[] bytes) {
        this.bytes = bytes;
    }

    public int size() {
        return size;
    }

    /// The name of a pair, counted from 0; null for none.
    ///
    /// @throws IndexOutOfBoundsException when there is no such pair
    public @Nullable Octets name(int index) {
        int span = span(index);
        return spans[span] == ABSENT ? null : Octets.copyOf(bytes, spans[span], spans[span + 1]);
    }

    /// The value of a pair, counted from 0, without the backslashes before quotes; null for none.
    ///
    /// @throws IndexOutOfBoundsException when there is no such pair
    public @Nullable Octets value(int index) {
        int span = span(index);
        int from = spans[span + 2];
        int to = spans[span + 3];
        if (from == ABSENT) {
            return null;
        }
        return spans[span + 4] == 0 ? Octets.copyOf(bytes, from, to) : unescaped(from, to, spans[span + 4]);
    }

    private int span(int index) {
        return Objects.checkIndex(index, size) * SPAN;
    }

    /// Every quote behind the second byte has its backslash before it, or it would be the end.
    private Octets unescaped(int from, int to, int escapes) {
        byte[] plain = new byte[to - from - escapes];
        int at = 0;
        for (int i = from; i < to; i++) {
            boolean isEscape = bytes[i] == '\\' && i > from && i + 1 < to && bytes[i + 1] == '"';
            if (!isEscape) {
                plain[at++] = bytes[i];
            }
        }
        return Octets.copyOf(plain);
    }

    /// Begins a pair.
    void open() {
        if (spans.length == size * SPAN) {
            spans = Arrays.copyOf(spans, Math.max(4 * SPAN, spans.length * 2));
        }
        Arrays.fill(spans, size * SPAN, (size + 1) * SPAN, ABSENT);
        size++;
    }

    /// The name of the pair begun last.
    void name(int from, int to) {
        spans[(size - 1) * SPAN] = from;
        spans[(size - 1) * SPAN + 1] = to;
    }

    /// The value of the pair begun last.
    void value(int from, int to, int escapes) {
        spans[(size - 1) * SPAN + 2] = from;
        spans[(size - 1) * SPAN + 3] = to;
        spans[(size - 1) * SPAN + 4] = escapes;
    }
}
