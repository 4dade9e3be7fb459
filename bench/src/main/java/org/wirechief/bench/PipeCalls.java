package org.wirechief.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The system calls on FIFOs, which the JDK cannot open without waiting.
final class PipeCalls {
    private static final int O_WRONLY = 1;
    private static final int O_RDWR = 2;
    private static final int O_NONBLOCK = 04000;
    private static final int O_CLOEXEC = 02000000;
    private static final int MODE = 0600;

    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final MethodHandle MKFIFO =
            call("mkfifo", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.captureCallState("errno"));
    private static final MethodHandle OPEN = call(
            "open",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
            Linker.Option.captureCallState("errno"),
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle READ = call(
            "read",
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG),
            Linker.Option.captureCallState("errno"));
    private static final MethodHandle WRITE = call(
            "write",
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG),
            Linker.Option.captureCallState("errno"));

    private final Arena memory;
    private final MemorySegment state;

    PipeCalls(Arena memory) {
        this.memory = memory;
        state = memory.allocate(STATE);
    }

    @SuppressWarnings("restricted") // the module is allowed to by its launcher
    private static MethodHandle call(String name, FunctionDescriptor shape, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
    }

    private int errno() {
        return state.get(JAVA_INT, 0);
    }

    /// Makes a FIFO for this user alone.
    void make(Path path) throws IOException {
        try {
            int result = (int) MKFIFO.invokeExact(state, memory.allocateFrom(path.toString()), MODE);
            opened("make", path, result);
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    /// Opens a FIFO to write to; fails when nobody reads it.
    int openToWrite(Path path) throws IOException {
        return open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    }

    /// Opens a FIFO so that it never ends.
    int openToRead(Path path) throws IOException {
        return open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    }

    private int open(Path path, int flags) throws IOException {
        try {
            return opened("open", path, (int) OPEN.invokeExact(state, memory.allocateFrom(path.toString()), flags, 0));
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    private int opened(String what, Path path, int result) throws IOException {
        if (result < 0) {
            throw new IOException("cannot " + what + " " + path + ": error number " + errno());
        }
        return result;
    }

    /// Says how many bytes came, or an error number negated.
    int read(int fd, MemorySegment to) throws IOException {
        try {
            long n = (long) READ.invokeExact(state, fd, to, to.byteSize());
            return n < 0 ? -errno() : (int) n;
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    /// Says how many bytes were written, or an error number negated.
    int write(int fd, MemorySegment from, long length) throws IOException {
        try {
            long n = (long) WRITE.invokeExact(state, fd, from, length);
            return n < 0 ? -errno() : (int) n;
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    /// Handles declare that they throw anything; these calls do not.
    private static IOException passedOn(Throwable t) {
        if (t instanceof IOException e) {
            return e;
        }
        throw new AssertionError(t);
    }
}
