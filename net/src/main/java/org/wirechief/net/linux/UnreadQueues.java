package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/// Asks the kernel which Unix datagram sockets have something they did not receive yet, through
/// `sock_diag(7)`, as `ss -x` does. Sees the sockets of this network namespace, whoever owns them.
final class UnreadQueues {
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final int SOCK_DIAG_BY_FAMILY = 20;
    private static final int NLMSG_DONE = 3;
    private static final int NLM_F_REQUEST_DUMP = 0x301;
    private static final int UDIAG_SHOW_NAME = 1;
    private static final int UDIAG_SHOW_VFS = 2;
    private static final int UDIAG_SHOW_RQLEN = 0x10;
    private static final int UNIX_DIAG_NAME = 0;
    private static final int UNIX_DIAG_VFS = 1;
    private static final int UNIX_DIAG_RQLEN = 4;

    /// `nlmsghdr`, then `unix_diag_req` or `unix_diag_msg` behind it.
    private static final int HEADER = 16;

    private static final int REQUEST = HEADER + 24;
    private static final int REPLY = HEADER + 16;
    private static final int ATTRIBUTE = 4;

    private UnreadQueues() {}

    /// All sockets with a name that have something unread.
    ///
    /// @return whether the kernel told; some are built without
    static boolean collect(Libc libc, MemorySegment buffer, UnreadSockets unread) {
        int type = Kernel.SOCK_RAW | Kernel.SOCK_CLOEXEC | Kernel.SOCK_NONBLOCK;
        int fd = libc.socket(Kernel.AF_NETLINK, type, NETLINK_SOCK_DIAG);
        if (fd < 0) {
            return false;
        }
        try {
            return libc.write(fd, request(buffer)) == REQUEST && readAll(libc, fd, buffer, unread);
        } finally {
            libc.close(fd);
        }
    }

    private static MemorySegment request(MemorySegment buffer) {
        MemorySegment request = buffer.asSlice(0, REQUEST).fill((byte) 0);
        request.set(JAVA_INT, 0, REQUEST);
        request.set(JAVA_SHORT, 4, (short) SOCK_DIAG_BY_FAMILY);
        request.set(JAVA_SHORT, 6, (short) NLM_F_REQUEST_DUMP);
        request.set(JAVA_BYTE, HEADER, (byte) Kernel.AF_UNIX);
        request.set(JAVA_INT, HEADER + 4, -1); // in any state
        request.set(JAVA_INT, HEADER + 12, UDIAG_SHOW_NAME | UDIAG_SHOW_VFS | UDIAG_SHOW_RQLEN);
        return request;
    }

    private static boolean readAll(Libc libc, int fd, MemorySegment buffer, UnreadSockets unread) {
        while (true) {
            int length = libc.read(fd, buffer);
            if (length < HEADER) {
                return false;
            }
            int at = 0;
            while (at + HEADER <= length) {
                int size = buffer.get(JAVA_INT, at);
                int type = buffer.get(JAVA_SHORT, at + 4);
                if (type == NLMSG_DONE) {
                    return true;
                }
                if (type != SOCK_DIAG_BY_FAMILY || size < REPLY || at + size > length) {
                    return false;
                }
                read(buffer.asSlice(at, size), unread);
                at += aligned(size);
            }
        }
    }

    private static void read(MemorySegment message, UnreadSockets unread) {
        if (message.get(JAVA_BYTE, HEADER + 1) != Kernel.SOCK_DGRAM) {
            return;
        }
        var name = UnixName.NONE;
        SocketFile file = null;
        boolean empty = true;
        long at = REPLY;
        while (at + ATTRIBUTE <= message.byteSize()) {
            int size = Short.toUnsignedInt(message.get(JAVA_SHORT, at));
            if (size < ATTRIBUTE || at + size > message.byteSize()) {
                return;
            }
            MemorySegment value = message.asSlice(at + ATTRIBUTE, size - ATTRIBUTE);
            switch (message.get(JAVA_SHORT, at + 2)) {
                case UNIX_DIAG_NAME -> name = UnixName.of(value);
                case UNIX_DIAG_VFS -> file = SocketFile.read(value);
                case UNIX_DIAG_RQLEN -> empty = value.get(JAVA_INT, 0) == 0;
                default -> {}
            }
            at += aligned(size);
        }
        if (name.isNamed() && !empty) {
            unread.add(name, file);
        }
    }

    private static int aligned(int size) {
        return (size + 3) & ~3;
    }
}
