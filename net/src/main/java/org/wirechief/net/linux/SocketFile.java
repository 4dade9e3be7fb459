package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The file of a Unix socket as `sock_diag(7)` tells of it, in `unix_diag_vfs`.
///
/// @param inode the lower 32 bits of its number
/// @param device the kernel's number: twelve bits of major, twenty of minor
record SocketFile(int inode, int device) {
    /// Where a path leads, over symbolic links too.
    ///
    /// @return null when there is no file, or the kernel will not say
    static @Nullable SocketFile of(Libc libc, UnixName path) {
        MemorySegment where = NativePath.passing(libc, path.bytes()).memory();
        return FileStatus.followed(libc, where)
                .map(file -> new SocketFile((int) file.inode(), packed(file.device())))
                .orElse(null);
    }

    /// Reads what the kernel wrote.
    static SocketFile read(MemorySegment attribute) {
        return new SocketFile(attribute.get(JAVA_INT, 0), attribute.get(JAVA_INT, 4));
    }

    /// The inverse of `makedev` of the C library, and the kernel's own form.
    private static int packed(long device) {
        long major = (device >>> 32 & 0xfffff000L) | (device >>> 8 & 0xfff);
        long minor = (device >>> 12 & 0xffffff00L) | (device & 0xff);
        return (int) (major << 20 | minor);
    }
}
