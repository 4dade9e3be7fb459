package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.Set;

/// A file system that nobody changes but through the kernel of this machine, which therefore tells
/// of every change. Over a network, FUSE, 9p or virtiofs others change files, and the kernel lets
/// itself be asked to tell and does not (`inotify(7)`).
public final class LocalFileSystem {
    /// Those known to be; any other may be one or not.
    private static final Set<Integer> KNOWN = Set.of(
            Kernel.EXT4_SUPER_MAGIC,
            Kernel.XFS_SUPER_MAGIC,
            Kernel.BTRFS_SUPER_MAGIC,
            Kernel.F2FS_SUPER_MAGIC,
            Kernel.TMPFS_MAGIC,
            Kernel.RAMFS_MAGIC,
            Kernel.OVERLAYFS_SUPER_MAGIC,
            Kernel.SQUASHFS_MAGIC,
            Kernel.EROFS_SUPER_MAGIC_V1);

    /// `struct statfs`, 64 bits, whose first member is the kind of file system.
    private static final int SIZE = 120;

    private LocalFileSystem() {}

    /// Whether what a path leads to is known to lie on one; not if nothing is there.
    public static boolean holds(Libc libc, NativePath path) {
        MemorySegment into = libc.buffer().asSlice(0, SIZE);
        return libc.statfs(path.memory(), into) >= 0 && KNOWN.contains(into.get(JAVA_INT, 0));
    }
}
