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

/// The Linux calls that datagram sockets need here: several datagrams a call, and Unix datagrams,
/// which the JDK does not have. One thread.
///
/// The generator's own, not those of `net`: what is measured must not be what measures, and a
/// generator that pays two calls a request would be slower than the server.
final class SocketCalls {
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int ENOBUFS = 105;

    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = call("bind", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle CONNECT = call("connect", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SETSOCKOPT = call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SENDMMSG = call("sendmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle RECVMMSG = call("recvmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle POLL = call("poll", ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CLOSE = call("close", JAVA_INT);

    private final MemorySegment state;

    SocketCalls(Arena memory) {
        state = memory.allocate(STATE);
    }

    /// A call that leaves its error number in memory given to it first.
    @SuppressWarnings("restricted") // the module is allowed to by its launcher
    private static MethodHandle call(String name, MemoryLayout... parameters) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, parameters),
                Linker.Option.captureCallState("errno"));
    }

    private int errno() {
        return state.get(JAVA_INT, 0);
    }

    int socket(int family, int type) throws IOException {
        try {
            return done("socket", (int) SOCKET.invokeExact(state, family, type, 0));
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    void bind(int fd, MemorySegment address, int length) throws IOException {
        try {
            done("bind", (int) BIND.invokeExact(state, fd, address, length));
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    void connect(int fd, MemorySegment address, int length) throws IOException {
        try {
            done("connect", (int) CONNECT.invokeExact(state, fd, address, length));
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    void option(int fd, int level, int name, MemorySegment value) throws IOException {
        try {
            done("setsockopt", (int) SETSOCKOPT.invokeExact(state, fd, level, name, value, (int) value.byteSize()));
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    /// Sends datagrams in order, and says how many were sent, or an error number negated.
    int sendmmsg(int fd, MemorySegment messages, int count, int flags) throws IOException {
        try {
            int n = (int) SENDMMSG.invokeExact(state, fd, messages, count, flags);
            return n < 0 ? -errno() : n;
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    /// Receives datagrams, and says how many came, or an error number negated.
    int recvmmsg(int fd, MemorySegment messages, int count, int flags) throws IOException {
        try {
            int n = (int) RECVMMSG.invokeExact(state, fd, messages, count, flags, MemorySegment.NULL);
            return n < 0 ? -errno() : n;
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    /// Waits, and says how many sockets are ready; none also when a signal came.
    int poll(MemorySegment sockets, long count, int millis) throws IOException {
        try {
            int n = (int) POLL.invokeExact(state, sockets, count, millis);
            return n < 0 && errno() == EINTR ? 0 : done("poll", n);
        } catch (Throwable t) {
            throw passedOn(t);
        }
    }

    void close(int fd) {
        try {
            // an error tells nothing anybody could act on
            int _ = (int) CLOSE.invokeExact(state, fd);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    private int done(String call, int result) throws IOException {
        if (result < 0) {
            throw new IOException(call + " failed with error number " + errno());
        }
        return result;
    }

    /// Handles declare that they throw anything; these calls do not.
    private static IOException passedOn(Throwable t) {
        if (t instanceof IOException e) {
            return e;
        }
        throw new AssertionError(t);
    }
}
