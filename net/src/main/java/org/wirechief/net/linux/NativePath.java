package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/// A path where the C library can read it. Lives as long as its [Libc].
public final class NativePath {
    /// Bytes of the longest path, the NUL behind it included (`PATH_MAX`).
    public static final int LONGEST = 4096;

    private final MemorySegment memory;

    private NativePath(MemorySegment memory) {
        this.memory = memory;
    }

    /// A path to be used for as long as the [Libc] lives.
    ///
    /// @throws IllegalArgumentException if it is too long or holds a NUL
    public static NativePath of(Libc libc, byte[] path) {
        requireValid(path);
        return new NativePath(write(path, libc.allocate(path.length + 1L)));
    }

    /// A path to be used until the next one is made this way.
    ///
    /// @throws IllegalArgumentException if it is too long or holds a NUL
    public static NativePath passing(Libc libc, byte[] path) {
        requireValid(path);
        return new NativePath(write(path, libc.pathBuffer()));
    }

    MemorySegment memory() {
        return memory;
    }

    private static MemorySegment write(byte[] path, MemorySegment into) {
        MemorySegment.copy(path, 0, into, JAVA_BYTE, 0, path.length);
        into.set(JAVA_BYTE, path.length, (byte) 0);
        return into;
    }

    private static void requireValid(byte[] path) {
        if (path.length >= LONGEST) {
            throw new IllegalArgumentException(
                    "a path has at most " + (LONGEST - 1) + " bytes, and this has " + path.length);
        }
        for (byte b : path) {
            if (b == 0) {
                throw new IllegalArgumentException("a path cannot hold a NUL");
            }
        }
    }
}
