package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// What the kernel says about a file.
///
/// @param device as the JDK's `unix:dev` gives it
/// @param inode the inode number
/// @param mode type and permission bits
/// @param links how many names it has
/// @param owner the user id
public record FileStatus(long device, long inode, int mode, long links, long owner) {
    private static final int KIND_MASK = 0170000;
    private static final int FIFO = 0010000;

    /// `struct statx`.
    private static final int SIZE = 256;

    private static final int LINKS = 16;
    private static final int OWNER = 20;
    private static final int MODE = 28;
    private static final int INODE = 32;
    private static final int DEVICE_MAJOR = 136;
    private static final int DEVICE_MINOR = 140;

    /// The file at a path, a symbolic link being a file of its own.
    ///
    /// @return empty when there is none
    /// @throws LinuxException when the kernel will not say
    public static Optional<FileStatus> of(Libc libc, NativePath path) throws LinuxException {
        MemorySegment into = libc.buffer().asSlice(0, SIZE);
        int flags = Kernel.AT_SYMLINK_NOFOLLOW;
        int answer = libc.statx(Kernel.AT_FDCWD, path.memory(), flags, Kernel.STATX_BASIC_STATS, into);
        if (Errno.ENOENT.is(answer) || Errno.ENOTDIR.is(answer)) {
            return Optional.empty();
        }
        LinuxException.check("statx", answer);
        return Optional.of(read(into));
    }

    /// The file a path leads to, over symbolic links too.
    ///
    /// @return empty when there is none, or the kernel will not say
    static Optional<FileStatus> followed(Libc libc, MemorySegment path) {
        MemorySegment into = libc.buffer().asSlice(0, SIZE);
        int answer = libc.statx(Kernel.AT_FDCWD, path, 0, Kernel.STATX_BASIC_STATS, into);
        return answer < 0 ? Optional.empty() : Optional.of(read(into));
    }

    /// An open file.
    static FileStatus of(Libc libc, int fd) throws LinuxException {
        MemorySegment into = libc.buffer().asSlice(0, SIZE);
        MemorySegment empty = libc.scratch().asSlice(0, 1).fill((byte) 0);
        int answer = libc.statx(fd, empty, Kernel.AT_EMPTY_PATH, Kernel.STATX_BASIC_STATS, into);
        LinuxException.check("statx", answer);
        return read(into);
    }

    private int kind() {
        return mode & KIND_MASK;
    }

    /// Whether it is a FIFO.
    public boolean isFifo() {
        return kind() == FIFO;
    }

    /// Whether both are about the same file, whatever else has changed.
    public boolean isSameFile(FileStatus other) {
        return device == other.device && inode == other.inode && kind() == other.kind();
    }

    private static FileStatus read(MemorySegment statx) {
        long major = Integer.toUnsignedLong(statx.get(JAVA_INT, DEVICE_MAJOR));
        long minor = Integer.toUnsignedLong(statx.get(JAVA_INT, DEVICE_MINOR));
        return new FileStatus(
                device(major, minor),
                statx.get(JAVA_LONG, INODE),
                Short.toUnsignedInt(statx.get(JAVA_SHORT, MODE)),
                Integer.toUnsignedLong(statx.get(JAVA_INT, LINKS)),
                Integer.toUnsignedLong(statx.get(JAVA_INT, OWNER)));
    }

    /// As `makedev` of the C library puts it together.
    private static long device(long major, long minor) {
        return (major & 0xfffff000L) << 32 | (major & 0xfff) << 8 | (minor & 0xffffff00L) << 12 | (minor & 0xff);
    }
}
