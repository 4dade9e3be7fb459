package org.wirechief.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Immutable bytes with a text view: text on these wires is bytes, no character set is implied
/// (spec ctl §3), and what a caller sent must come back unchanged.
///
/// [#toString()] reads the bytes as UTF-8 and replaces what is not; [#equals] and [#compareTo]
/// go by the bytes, unsigned. Safe for use by several threads.
public final class Octets implements Comparable<Octets> {
    private static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The UTF-8 bytes of `text`.
    public static Octets of(String text) {
        return text.isEmpty() ? EMPTY : new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A copy of all of `bytes`.
    public static Octets copyOf(byte[] bytes) {
        return copyOf(bytes, 0, bytes.length);
    }

    /// A copy of the bytes from `from` (inclusive) to `to` (exclusive).
    ///
    /// @throws IndexOutOfBoundsException when the range does not lie inside `bytes`
    public static Octets copyOf(byte[] bytes, int from, int to) {
        java.util.Objects.checkFromToIndex(from, to, bytes.length);
        return from == to ? EMPTY : new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    /// All of these, one after the other.
    public static Octets join(Octets... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(Octets::length).sum()];
        int at = 0;
        for (Octets part : parts) {
            part.copyTo(all, at);
            at += part.length();
        }
        return all.length == 0 ? EMPTY : new Octets(all);
    }

    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /// The byte at `index`, as a value from 0 to 255.
    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    /// Whether these are the bytes from `from` (inclusive) to `to` (exclusive).
    boolean equals(byte[] other, int from, int to) {
        return Arrays.equals(bytes, 0, bytes.length, other, from, to);
    }

    /// The command of this name, if it is one.
    @Nullable
    CommandSpec in(NameTable table) {
        return table.find(bytes, 0, bytes.length);
    }

    /// Copies all bytes into `target`, beginning at `position` there.
    public void copyTo(byte[] target, int position) {
        System.arraycopy(bytes, 0, target, position, bytes.length);
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    /// What stands before the first zero byte: how a C program reads these bytes.
    public Octets untilNul() {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return copyOf(bytes, 0, i);
            }
        }
        return this;
    }

    @Override
    public int compareTo(Octets other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return hash(bytes, 0, bytes.length);
    }

    /// What [#hashCode()] is of the bytes from `from` (inclusive) to `to` (exclusive).
    static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
