package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// Functions of the C library, and the memory one thread needs to call them. Belongs to the thread
/// that made it, unless it is [#shared()].
///
/// Every call returns what the function does, or the error number negated. A call blocks the
/// carrier when made on a virtual thread.
public final class Libc implements AutoCloseable {
    /// Bytes that [#buffer()] holds.
    public static final int TRANSFER = 64 * 1024;

    private static final int SCRATCH = 64;

    private final Arena arena;
    private final MemorySegment state;
    private final MemorySegment scratch;
    private @Nullable MemorySegment buffer;
    private @Nullable MemorySegment path;

    /// Memory for the calling thread.
    ///
    /// @throws UnsupportedOperationException where this is not Linux on x86-64 or aarch64
    public Libc() {
        this(Arena.ofConfined());
    }

    private Libc(Arena arena) {
        Kernel.requireKnown();
        this.arena = arena;
        state = arena.allocate(Linker.Option.captureStateLayout());
        scratch = allocate(SCRATCH);
    }

    /// Memory for whichever thread holds the caller's lock: several may call, one at a time.
    ///
    /// @throws UnsupportedOperationException where this is not Linux on x86-64 or aarch64
    public static Libc shared() {
        return new Libc(Arena.ofShared());
    }

    /// Memory that lives until this is closed, zeroed and aligned for anything.
    MemorySegment allocate(long bytes) {
        return arena.allocate(bytes, Long.BYTES);
    }

    /// Memory for the arguments of one call.
    MemorySegment scratch() {
        return scratch;
    }

    /// Memory for the bytes or the results of one call, [#TRANSFER] of them.
    MemorySegment buffer() {
        if (buffer == null) {
            buffer = allocate(TRANSFER);
        }
        return buffer;
    }

    /// Memory for one path.
    MemorySegment pathBuffer() {
        if (path == null) {
            path = allocate(NativePath.LONGEST);
        }
        return path;
    }

    int socket(int family, int type, int protocol) {
        return call(Functions.SOCKET, family, type, protocol, 0, 0);
    }

    int bind(int fd, MemorySegment address, int length) {
        return call(Functions.BIND, fd, address.address(), length, 0, 0);
    }

    int connect(int fd, MemorySegment address, int length) {
        return call(Functions.CONNECT, fd, address.address(), length, 0, 0);
    }

    int getsockname(int fd, MemorySegment address, MemorySegment length) {
        return call(Functions.GETSOCKNAME, fd, address.address(), length.address(), 0, 0);
    }

    int getsockopt(int fd, int level, int name, MemorySegment value, MemorySegment length) {
        return call(Functions.GETSOCKOPT, fd, level, name, value.address(), length.address());
    }

    int setsockopt(int fd, int level, int name, MemorySegment value) {
        return call(Functions.SETSOCKOPT, fd, level, name, value.address(), value.byteSize());
    }

    int recvmmsg(int fd, MemorySegment messages, int count, int flags) {
        return call(Functions.RECVMMSG, fd, messages.address(), count, flags, 0);
    }

    int sendmmsg(int fd, MemorySegment messages, int count, int flags) {
        return call(Functions.SENDMMSG, fd, messages.address(), count, flags, 0);
    }

    /// @param millis -1 waits without limit
    int poll(MemorySegment entries, int count, int millis) {
        return call(Functions.POLL, entries.address(), count, millis, 0, 0);
    }

    int eventfd(int start, int flags) {
        return call(Functions.EVENTFD, start, flags, 0, 0, 0);
    }

    /// For requests whose argument is a pointer. Variadic in C, which changes nothing for pointers
    /// on these machines.
    int ioctl(int fd, int request, MemorySegment argument) {
        return call(Functions.IOCTL, fd, request, argument.address(), 0, 0);
    }

    int read(int fd, MemorySegment into) {
        return call(Functions.READ, fd, into.address(), into.byteSize(), 0, 0);
    }

    int write(int fd, MemorySegment from) {
        return call(Functions.WRITE, fd, from.address(), from.byteSize(), 0, 0);
    }

    int mkfifo(MemorySegment path, int mode) {
        return call(Functions.MKFIFO, path.address(), mode, 0, 0, 0);
    }

    int fchmod(int fd, int mode) {
        return call(Functions.FCHMOD, fd, mode, 0, 0, 0);
    }

    /// The user this process acts as, 0 to 2^32-1.
    public long effectiveUser() {
        return result(Functions.GETEUID, 0, 0, 0, 0, 0) & 0xFFFF_FFFFL;
    }

    /// A number nobody can guess.
    public long random() throws LinuxException {
        MemorySegment into = scratch.asSlice(0, Long.BYTES);
        LinuxException.check("getrandom", call(Functions.GETRANDOM, into.address(), Long.BYTES, 0, 0, 0));
        return into.get(JAVA_LONG, 0);
    }

    /// Never creates a file, so that the variadic part of the C function is not looked at.
    int open(MemorySegment path, int flags) {
        return call(Functions.OPEN, path.address(), flags, 0, 0, 0);
    }

    /// One layout on every architecture, which `fstat` has not.
    int statx(int directory, MemorySegment path, int flags, int mask, MemorySegment into) {
        return call(Functions.STATX, directory, path.address(), flags, mask, into.address());
    }

    int statfs(MemorySegment path, MemorySegment into) {
        return call(Functions.STATFS, path.address(), into.address(), 0, 0, 0);
    }

    int inotifyInit(int flags) {
        return call(Functions.INOTIFY_INIT1, flags, 0, 0, 0, 0);
    }

    int inotifyAddWatch(int fd, MemorySegment path, int mask) {
        return call(Functions.INOTIFY_ADD_WATCH, fd, path.address(), mask, 0, 0);
    }

    int inotifyRemoveWatch(int fd, int watch) {
        return call(Functions.INOTIFY_RM_WATCH, fd, watch, 0, 0, 0);
    }

    /// Never called again for the same descriptor, whatever it answers: the kernel has given it up.
    int close(int fd) {
        return call(Functions.CLOSE, fd, 0, 0, 0, 0);
    }

    /// Gives all memory back.
    @Override
    public void close() {
        arena.close();
    }

    private int call(MethodHandle function, long a, long b, long c, long d, long e) {
        // no function here returns more than an int, and read and write move less than 2 GiB
        int value = (int) result(function, a, b, c, d, e);
        return value >= 0 ? value : -state.get(JAVA_INT, Functions.ERRNO);
    }

    private long result(MethodHandle function, long a, long b, long c, long d, long e) {
        try {
            return (long) function.invokeExact(state, a, b, c, d, e);
        } catch (RuntimeException | Error t) {
            throw t; // closed, or another thread's
        } catch (Throwable t) {
            throw new AssertionError("a function of the C library cannot throw", t);
        }
    }
}
