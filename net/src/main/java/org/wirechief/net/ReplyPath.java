package org.wirechief.net;

import java.util.Arrays;
import org.wirechief.net.linux.PrintableBytes;

/// The path of a reply FIFO as bytes, because the names clients send need not be text. Immutable;
/// equal when all bytes are.
public final class ReplyPath {
    private final byte[] bytes;

    private ReplyPath(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A directory, with the slash at its end, and the name that follows it. Which names are
    /// allowed is for the dialect to say.
    public static ReplyPath of(String directory, byte[] name) {
        byte[] before = UnixPaths.bytes(directory);
        byte[] path = Arrays.copyOf(before, before.length + name.length);
        System.arraycopy(name, 0, path, before.length, name.length);
        return new ReplyPath(path);
    }

    /// How many bytes it has.
    public int length() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReplyPath that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// In a form that can be printed: what is not printable UTF-8, and the backslash, is `\xNN`.
    @Override
    public String toString() {
        return PrintableBytes.of(bytes, 0);
    }
}
