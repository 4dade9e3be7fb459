package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The name of a Unix socket as the kernel gives it: a path, an abstract name (first byte NUL) or
/// none. Kept as bytes, because names need not be text. Immutable; equal when all bytes are, except
/// that the NUL behind a path does not count.
public final class UnixName implements DatagramName {
    /// The name of a socket that is not bound.
    public static final UnixName NONE = new UnixName(new byte[0]);

    /// Bytes of the longest path or abstract name.
    public static final int LONGEST = 108;

    private static final int FAMILY_SIZE = Short.BYTES;

    private final byte[] bytes;
    private final int hash;

    private UnixName(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /// A path.
    ///
    /// @throws IllegalArgumentException if it is empty, too long for a socket, or holds a NUL
    public static UnixName path(byte[] path) {
        if (path.length == 0 || path.length > LONGEST) {
            throw new IllegalArgumentException(
                    "a socket's path has 1 to " + LONGEST + " bytes, and this has " + path.length);
        }
        for (byte b : path) {
            if (b == 0) {
                throw new IllegalArgumentException("a socket's path cannot hold a NUL");
            }
        }
        return new UnixName(path.clone());
    }

    /// An abstract name, which is no file.
    ///
    /// @param name without the NUL that the kernel has before it; may hold any byte
    /// @throws IllegalArgumentException if it is empty or too long for a socket
    public static UnixName abstractName(byte[] name) {
        if (name.length == 0 || name.length >= LONGEST) {
            throw new IllegalArgumentException(
                    "an abstract socket name has 1 to " + (LONGEST - 1) + " bytes, and this has " + name.length);
        }
        byte[] bytes = new byte[name.length + 1];
        System.arraycopy(name, 0, bytes, 1, name.length);
        return new UnixName(bytes);
    }

    /// Reads what the kernel wrote.
    static UnixName read(MemorySegment sockaddr, int length) {
        int end = Math.min(length, SOCKADDR_SIZE) - FAMILY_SIZE;
        return end <= 0 ? NONE : of(sockaddr.asSlice(FAMILY_SIZE, end));
    }

    /// Takes the part of an address behind the family.
    static UnixName of(MemorySegment name) {
        byte[] bytes = name.toArray(JAVA_BYTE);
        return bytes.length == 0 || bytes[0] == 0
                ? new UnixName(bytes)
                : new UnixName(Arrays.copyOf(bytes, untilNul(bytes)));
    }

    @Override
    public int write(MemorySegment memory, long at) {
        memory.set(JAVA_SHORT, at, (short) Kernel.AF_UNIX);
        MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, at + FAMILY_SIZE, bytes.length);
        if (isPath() && bytes.length < LONGEST) {
            memory.set(JAVA_BYTE, at + FAMILY_SIZE + bytes.length, (byte) 0);
            return FAMILY_SIZE + bytes.length + 1;
        }
        return FAMILY_SIZE + bytes.length;
    }

    /// Whether it is a name at all.
    @Override
    public boolean isNamed() {
        return bytes.length > 0;
    }

    /// The path, the abstract name with its leading NUL, or nothing.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Whether it is the path of a file.
    boolean isPath() {
        return bytes.length > 0 && bytes[0] != 0;
    }

    /// In a form that can be printed: a path as it is, an abstract name with `@` for its first
    /// byte, empty for none. What is not printable UTF-8, and the backslash, becomes `\xNN`.
    @Override
    public String toString() {
        int from = bytes.length == 0 || isPath() ? 0 : 1;
        return (from == 0 ? "" : "@") + PrintableBytes.of(bytes, from);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnixName that && hash == that.hash && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    private static int untilNul(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return end;
    }
}
