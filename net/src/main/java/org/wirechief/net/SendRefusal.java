package org.wirechief.net;

import org.wirechief.net.linux.Errno;

/// Why the kernel did not take a datagram, as far as it matters.
enum SendRefusal {
    /// A signal came; nothing happened.
    INTERRUPTED,
    /// The peer's queue or this socket's buffer is full.
    LATER,
    /// There is no such socket any more, or no process has it open.
    PEER_GONE,
    /// Anything else: not allowed, the peer is connected to another socket, too long.
    FAILED;

    /// @param answer the error number negated
    static SendRefusal of(int answer) {
        if (Errno.EINTR.is(answer)) {
            return INTERRUPTED;
        }
        if (Errno.EAGAIN.is(answer) || Errno.ENOBUFS.is(answer) || Errno.ENOMEM.is(answer)) {
            return LATER;
        }
        return Errno.ECONNREFUSED.is(answer)
                        || Errno.ENOENT.is(answer)
                        || Errno.ENOTDIR.is(answer)
                        || Errno.ECONNRESET.is(answer)
                        || Errno.EPROTOTYPE.is(answer)
                ? PEER_GONE
                : FAILED;
    }
}
