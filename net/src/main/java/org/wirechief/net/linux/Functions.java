package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.invoke.MethodHandle;

/// The functions of the C library, linked. Only [Libc] calls them.
///
/// All have one shape, five machine words in and one out: linking costs tens of milliseconds a
/// shape and almost nothing a function. On x86-64 and aarch64 it is the same call: integers and
/// pointers travel in the same registers, a function looks at the ones it has parameters for and
/// at the lower half where it wants an `int`. An `int` comes back in the lower half only.
final class Functions {
    /// Where the error number stands in the memory that keeps it.
    static final long ERRNO = Linker.Option.captureStateLayout().byteOffset(PathElement.groupElement("errno"));

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option KEEP_ERRNO = Linker.Option.captureCallState("errno");
    private static final FunctionDescriptor WORDS =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    static final MethodHandle SOCKET = link("socket");
    static final MethodHandle BIND = link("bind");
    static final MethodHandle CONNECT = link("connect");
    static final MethodHandle GETSOCKNAME = link("getsockname");
    static final MethodHandle GETSOCKOPT = link("getsockopt");
    static final MethodHandle SETSOCKOPT = link("setsockopt");
    static final MethodHandle RECVMMSG = link("recvmmsg");
    static final MethodHandle SENDMMSG = link("sendmmsg");
    static final MethodHandle POLL = link("poll");
    static final MethodHandle EVENTFD = link("eventfd");
    static final MethodHandle IOCTL = link("ioctl");
    static final MethodHandle READ = link("read");
    static final MethodHandle WRITE = link("write");
    static final MethodHandle CLOSE = link("close");
    static final MethodHandle MKFIFO = link("mkfifo");
    static final MethodHandle FCHMOD = link("fchmod");
    static final MethodHandle GETEUID = link("geteuid");
    static final MethodHandle GETRANDOM = link("getrandom");
    static final MethodHandle OPEN = link("open");
    static final MethodHandle STATX = link("statx");
    static final MethodHandle STATFS = link("statfs");
    static final MethodHandle INOTIFY_INIT1 = link("inotify_init1");
    static final MethodHandle INOTIFY_ADD_WATCH = link("inotify_add_watch");
    static final MethodHandle INOTIFY_RM_WATCH = link("inotify_rm_watch");

    private Functions() {}

    @SuppressWarnings("restricted") // the one place; --enable-native-access lets it
    private static MethodHandle link(String name) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), WORDS, KEEP_ERRNO);
    }
}
