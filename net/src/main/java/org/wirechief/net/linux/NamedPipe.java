package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// An open FIFO, never blocking, closed in child processes. Not safe for use by several threads at
/// once; whoever uses it brings the [Libc] of the own thread.
public final class NamedPipe {
    private static final int FLAGS = Kernel.O_NONBLOCK | Kernel.O_CLOEXEC | Kernel.O_NOFOLLOW;

    /// Whatever the umask leaves of it; the owner makes the mode final.
    private static final int CREATION_MODE = 0666;

    private static final int PRIVATE_MODE = 0600;

    private final Descriptor descriptor;

    private NamedPipe(int fd) {
        this.descriptor = new Descriptor(fd);
    }

    /// Makes a FIFO and opens it for reading. It has a write end of its own, so it never reports
    /// the end of the input.
    ///
    /// @throws LinuxException saying why not; EEXIST if anything is at the path
    public static NamedPipe create(Libc libc, NativePath path) throws LinuxException {
        LinuxException.check("mkfifo", libc.mkfifo(path.memory(), CREATION_MODE));
        return new NamedPipe(LinuxException.check("open", libc.open(path.memory(), Kernel.O_RDWR | FLAGS)));
    }

    /// Makes a FIFO that only the own user may open.
    ///
    /// @throws LinuxException saying why not; EEXIST if anything is at the path
    public static void make(Libc libc, NativePath path) throws LinuxException {
        LinuxException.check("mkfifo", libc.mkfifo(path.memory(), PRIVATE_MODE));
    }

    /// Opens what is at a path for reading alone, so that the end of the input is the last writer
    /// gone, without following a link there.
    ///
    /// @throws LinuxException saying why not
    public static NamedPipe openToRead(Libc libc, NativePath path) throws LinuxException {
        return new NamedPipe(LinuxException.check("open", libc.open(path.memory(), Kernel.O_RDONLY | FLAGS)));
    }

    /// Opens what is at a path for writing, without following a link there.
    ///
    /// @return null if it is a FIFO nobody reads
    /// @throws LinuxException saying why not
    public static @Nullable NamedPipe openToWrite(Libc libc, NativePath path) throws LinuxException {
        int answer = libc.open(path.memory(), Kernel.O_WRONLY | FLAGS);
        return Errno.ENXIO.is(answer) ? null : new NamedPipe(LinuxException.check("open", answer));
    }

    /// What the kernel says about the open file.
    public FileStatus status(Libc libc) throws LinuxException {
        return FileStatus.of(libc, fd());
    }

    /// Gives the open file other permissions.
    public void mode(Libc libc, int mode) throws LinuxException {
        LinuxException.check("fchmod", libc.fchmod(fd(), mode));
    }

    /// How many bytes wait in it to be read; 0 also where the system does not say.
    public int unread(Libc libc) {
        MemorySegment into = libc.scratch().asSlice(0, Integer.BYTES).fill((byte) 0);
        return libc.ioctl(fd(), Kernel.FIONREAD, into) < 0 ? 0 : into.get(JAVA_INT, 0);
    }

    /// Reads what is there, [Libc#TRANSFER] bytes at most.
    ///
    /// @return the number of bytes, or an error number negated: EAGAIN when there are none and
    ///     somebody has it open for writing; 0 when nobody has
    public int read(Libc libc, byte[] into, int at, int max) {
        MemorySegment memory = libc.buffer().asSlice(0, Math.min(max, Libc.TRANSFER));
        int answer = libc.read(fd(), memory);
        if (answer > 0) {
            MemorySegment.copy(memory, JAVA_BYTE, 0, into, at, answer);
        }
        return answer;
    }

    /// Writes what there is room for, [Libc#TRANSFER] bytes at most.
    ///
    /// @param from first byte, inclusive
    /// @param to last byte, exclusive
    /// @return the number of bytes, or an error number negated; EAGAIN without room, EPIPE without
    ///     reader
    public int write(Libc libc, byte[] bytes, int from, int to) {
        int length = Math.min(to - from, Libc.TRANSFER);
        MemorySegment memory = libc.buffer().asSlice(0, length);
        MemorySegment.copy(bytes, from, memory, JAVA_BYTE, 0, length);
        return libc.write(fd(), memory);
    }

    int fd() {
        return descriptor.fd();
    }

    /// Closes it. Calling again does nothing.
    public void close(Libc libc) {
        descriptor.close(libc);
    }
}
