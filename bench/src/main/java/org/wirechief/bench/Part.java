package org.wirechief.bench;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirechief.bench.PerfScript.Frame;
import org.wirechief.bench.PerfScript.Sample;

/// What a server's processor time is spent on. Inlined code counts for what it is inlined into.
enum Part {
    SLEEP("kernel: to sleep and to be woken, and to wake"),
    SEND("kernel: sending"),
    RECEIVE("kernel: receiving"),
    WAIT("kernel: epoll and poll"),
    KERNEL("kernel: the rest"),
    LIBC("C library and vdso"),
    COMPILER("JVM: compiler"),
    COLLECTOR("JVM: collector"),
    JVM("JVM: the rest"),
    JDK("JDK"),
    NET("own code: net"),
    WIRE("own code: wire"),
    ENDPOINT("own code: endpoint"),
    CORE("own code: core"),
    SERVER("own code: server"),
    OWN("own code of a C server");

    /// Inside any call: what a wake-up costs is part of a send for its sender only.
    private static final Pattern SLEEPING =
            Pattern.compile("schedule|__schedule|schedule_(hr)?timeout.*|try_to_wake_up|__wake_up.*|.*_futex");

    /// The function of a system call, of which compilers leave out one or the other.
    private static final Pattern CALL =
            Pattern.compile("(?:__x64_sys_|__arm64_sys_|__do_sys_|__sys_|ksys_|do_)([a-z0-9_]+)");

    private static final Set<String> SENDS =
            Set.of("write", "writev", "sendto", "sendmsg", "sendmmsg", "pwrite64", "pwritev");
    private static final Set<String> RECEIVES = Set.of("read", "readv", "recvfrom", "recvmsg", "recvmmsg");
    private static final Set<String> WAITS =
            Set.of("epoll_wait", "epoll_pwait", "epoll_pwait2", "epoll_ctl", "poll", "ppoll", "select", "pselect6");
    private static final Pattern LIBRARIES = Pattern.compile("(libc|libpthread|ld-linux|libm)\\b.*|\\[vdso\\]");
    private static final Pattern JDK_LIBRARIES = Pattern.compile("lib(nio|net|java|jimage)\\.so");
    private static final Pattern OURS = Pattern.compile("\\borg\\.wirechief\\.([a-z]+)\\.");
    private static final Pattern JDKS = Pattern.compile("\\b(java|sun|jdk)\\.[a-z]+\\.");

    private final String text;

    Part(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static Part of(Sample sample) {
        String thread = sample.thread();
        if (thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler")) {
            return COMPILER;
        }
        if (thread.startsWith("GC Thread") || thread.startsWith("VM Thread") || thread.startsWith("G1 ")) {
            return COLLECTOR;
        }
        List<Frame> frames = sample.frames();
        if (frames.isEmpty()) {
            return KERNEL;
        }
        return frames.getFirst().isKernel() ? kernel(frames) : program(frames.getFirst());
    }

    private static Part kernel(List<Frame> frames) {
        Part call = KERNEL;
        for (Frame frame : frames) {
            if (!frame.isKernel()) {
                break;
            }
            if (SLEEPING.matcher(frame.symbol()).matches()) {
                return SLEEP;
            }
            Matcher name = CALL.matcher(frame.symbol());
            if (name.matches()) {
                call = call(name.group(1), call);
            }
        }
        return call;
    }

    private static Part call(String name, Part otherwise) {
        if (SENDS.contains(name)) {
            return SEND;
        }
        if (RECEIVES.contains(name)) {
            return RECEIVE;
        }
        return WAITS.contains(name) ? WAIT : otherwise;
    }

    private static Part program(Frame frame) {
        String file = frame.file();
        if (LIBRARIES.matcher(file).matches()) {
            return LIBC;
        }
        if (JDK_LIBRARIES.matcher(file).matches()) {
            return JDK;
        }
        if (file.equals("libjvm.so")) {
            return JVM;
        }
        return file.matches("perf-\\d+\\.map") ? java(frame.symbol()) : OWN;
    }

    /// Of `int org.wirechief.net.X.read(java.lang.String)` the method, not what it is given.
    private static Part java(String symbol) {
        int arguments = symbol.indexOf('(');
        String named = arguments < 0 ? symbol : symbol.substring(0, arguments);
        String method = named.substring(named.lastIndexOf(' ') + 1);
        Matcher ours = OURS.matcher(method);
        if (ours.find()) {
            return switch (ours.group(1)) {
                case "net" -> NET;
                case "wire" -> WIRE;
                case "endpoint" -> ENDPOINT;
                case "core" -> CORE;
                default -> SERVER;
            };
        }
        return JDKS.matcher(method).find() ? JDK : JVM;
    }
}
