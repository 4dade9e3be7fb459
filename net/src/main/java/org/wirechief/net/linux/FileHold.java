package org.wirechief.net.linux;

/// Holds on to the file that is at a path now, of whatever kind, without opening it: what is put in
/// its place later is another one. Belongs to the thread of its [Libc].
public final class FileHold implements AutoCloseable {
    private final Libc libc;
    private final int fd;

    private FileHold(Libc libc, int fd) {
        this.libc = libc;
        this.fd = fd;
    }

    /// Takes hold of it, of a link itself where that is one.
    ///
    /// @throws LinuxException saying why not
    public static FileHold of(Libc libc, NativePath path) throws LinuxException {
        int flags = Kernel.O_PATH | Kernel.O_NOFOLLOW | Kernel.O_CLOEXEC;
        return new FileHold(libc, LinuxException.check("open", libc.open(path.memory(), flags)));
    }

    /// What the kernel says about it.
    public FileStatus status() throws LinuxException {
        return FileStatus.of(libc, fd);
    }

    /// A path that leads to this very file until it is closed.
    public String path() {
        return "/proc/self/fd/" + fd;
    }

    @Override
    public void close() {
        libc.close(fd);
    }
}
