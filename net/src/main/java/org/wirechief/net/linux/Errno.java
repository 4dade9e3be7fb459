package org.wirechief.net.linux;

/// The error numbers sockets and files answer with, the same on x86-64 and aarch64.
public enum Errno {
    EPERM(1, "operation not permitted"),
    ENOENT(2, "no such file or directory"),
    EINTR(4, "interrupted"),
    EIO(5, "input/output error"),
    ENXIO(6, "no such device or address"),
    EBADF(9, "bad file descriptor"),
    EAGAIN(11, "try again"),
    ENOMEM(12, "out of memory"),
    EACCES(13, "permission denied"),
    EFAULT(14, "bad address"),
    EBUSY(16, "busy"),
    EEXIST(17, "file exists"),
    ENOTDIR(20, "not a directory"),
    EISDIR(21, "is a directory"),
    EINVAL(22, "invalid argument"),
    ENFILE(23, "too many open files in the system"),
    EMFILE(24, "too many open files in this process"),
    ENOSPC(28, "no space left on device"),
    EROFS(30, "read-only file system"),
    EPIPE(32, "broken pipe"),
    ENAMETOOLONG(36, "name too long"),
    ELOOP(40, "too many symbolic links"),
    ENOTSOCK(88, "not a socket"),
    EMSGSIZE(90, "message too long"),
    EPROTOTYPE(91, "a socket of another type"),
    EOPNOTSUPP(95, "not supported"),
    EAFNOSUPPORT(97, "no such kind of address here"),
    EADDRINUSE(98, "address in use"),
    EADDRNOTAVAIL(99, "address not available"),
    ECONNRESET(104, "connection reset"),
    ENOBUFS(105, "no buffer space"),
    ENOTCONN(107, "not connected"),
    ECONNREFUSED(111, "nobody listens there");

    private final int number;
    private final String text;

    Errno(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /// Whether a call answered with this error.
    ///
    /// @param answer as the calls of this package return it: the number negated
    public boolean is(int answer) {
        return answer == -number;
    }

    /// The error in words with its name, for example `permission denied (EACCES)`.
    ///
    /// @param answer as the calls of this package return it: the number negated
    public static String describe(int answer) {
        for (Errno known : values()) {
            if (known.is(answer)) {
                return known.text + " (" + known.name() + ")";
            }
        }
        return "error number " + -answer;
    }
}
