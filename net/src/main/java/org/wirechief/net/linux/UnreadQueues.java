package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Asks the kernel which Unix datagram sockets have something they did not receive yet, through
/// `sock_diag(7)`, as `ss -x` does. Sees the sockets of this network namespace, whoever owns them.
final class UnreadQueues implements Receivers {
    /// Large enough for the list of some hundred sockets; the kernel fills it several times.
    private static final int BUFFER_SIZE = 32 * 1024;

    private static final int NETLINK_SOCK_DIAG = 4;
    private static final int SOCK_DIAG_BY_FAMILY = 20;
    private static final int NLMSG_ERROR = 2;
    private static final int NLM_F_REQUEST = 1;
    private static final int NLM_F_DUMP = 0x300;
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

    private final Libc libc;
    private final LinuxDatagramSocket sender;
    private final MemorySegment buffer;

    UnreadQueues(Libc libc, LinuxDatagramSocket sender) {
        this(libc, sender, BUFFER_SIZE);
    }

    UnreadQueues(Libc libc, LinuxDatagramSocket sender, int bufferSize) {
        this.libc = libc;
        this.sender = sender;
        this.buffer = libc.allocate(bufferSize);
    }

    @Override
    public int unreceived() {
        return sender.unreceived(libc);
    }

    /// Those with a name.
    @Override
    public int list(UnreadSockets into) {
        int fd = ask(NLM_F_REQUEST | NLM_F_DUMP, 0, 0, UDIAG_SHOW_NAME | UDIAG_SHOW_VFS | UDIAG_SHOW_RQLEN);
        if (fd < 0) {
            return fd;
        }
        int length = libc.read(fd, buffer);
        int refusal = refusal(buffer, length);
        while (isMore(length, into)) {
            length = libc.read(fd, buffer);
        }
        libc.close(fd);
        return refusal;
    }

    /// The error number, negative, that came instead of a list; 0 for none.
    static int refusal(MemorySegment answer, int length) {
        if (length < HEADER + Integer.BYTES) {
            return Math.min(length, 0);
        }
        return answer.get(JAVA_SHORT, 4) == NLMSG_ERROR ? answer.get(JAVA_INT, HEADER) : 0;
    }

    /// True also where the kernel gives no answer.
    @Override
    public boolean hasUnread(ListedSocket socket) {
        int fd = ask(NLM_F_REQUEST, socket.inode(), socket.cookie(), UDIAG_SHOW_RQLEN);
        if (fd < 0) {
            return true;
        }
        int length = libc.read(fd, buffer);
        libc.close(fd);
        // an error tells that there is no such socket any more
        return length < HEADER || (isSocket(0, length) && Told.of(message(0)).hasUnread());
    }

    /// @return a socket that has the answer; a negative error number when there is none
    private int ask(int flags, int inode, long cookie, int show) {
        int type = Kernel.SOCK_RAW | Kernel.SOCK_CLOEXEC | Kernel.SOCK_NONBLOCK;
        int fd = libc.socket(Kernel.AF_NETLINK, type, NETLINK_SOCK_DIAG);
        if (fd < 0) {
            return fd;
        }
        MemorySegment request = buffer.asSlice(0, REQUEST).fill((byte) 0);
        request.set(JAVA_INT, 0, REQUEST);
        request.set(JAVA_SHORT, 4, (short) SOCK_DIAG_BY_FAMILY);
        request.set(JAVA_SHORT, 6, (short) flags);
        request.set(JAVA_BYTE, HEADER, (byte) Kernel.AF_UNIX);
        request.set(JAVA_INT, HEADER + 4, -1); // in any state
        request.set(JAVA_INT, HEADER + 8, inode);
        request.set(JAVA_INT, HEADER + 12, show);
        request.set(JAVA_LONG_UNALIGNED, HEADER + 16, cookie);
        int written = libc.write(fd, request);
        if (written < 0) {
            libc.close(fd);
            return written;
        }
        return fd;
    }

    /// Takes sockets out of the buffer.
    ///
    /// @return whether the list goes on
    private boolean isMore(int length, UnreadSockets into) {
        int at = 0;
        while (at + HEADER <= length) {
            if (!isSocket(at, length)) {
                return false; // the end, or nothing that is known
            }
            Told told = Told.of(message(at));
            if (told.hasUnread() && told.name().isNamed()) {
                into.add(told.name(), told.file(), told.socket());
            }
            at += aligned(buffer.get(JAVA_INT, at));
        }
        return at > 0;
    }

    private boolean isSocket(int at, int length) {
        int size = buffer.get(JAVA_INT, at);
        return buffer.get(JAVA_SHORT, at + 4) == SOCK_DIAG_BY_FAMILY && size >= REPLY && size <= length - at;
    }

    private MemorySegment message(int at) {
        return buffer.asSlice(at, buffer.get(JAVA_INT, at));
    }

    private static int aligned(int size) {
        return (size + 3) & ~3;
    }

    /// What a message tells of a socket.
    private record Told(
            ListedSocket socket, UnixName name, @Nullable SocketFile file, boolean hasUnread) {

        static Told of(MemorySegment message) {
            var name = UnixName.NONE;
            SocketFile file = null;
            boolean isEmpty = true;
            long at = REPLY;
            while (at + ATTRIBUTE <= message.byteSize()) {
                int size = Short.toUnsignedInt(message.get(JAVA_SHORT, at));
                if (size < ATTRIBUTE || at + size > message.byteSize()) {
                    break;
                }
                MemorySegment value = message.asSlice(at + ATTRIBUTE, size - ATTRIBUTE);
                switch (message.get(JAVA_SHORT, at + 2)) {
                    case UNIX_DIAG_NAME -> name = UnixName.of(value);
                    case UNIX_DIAG_VFS -> file = SocketFile.read(value);
                    case UNIX_DIAG_RQLEN -> isEmpty = value.get(JAVA_INT, 0) == 0;
                    default -> {}
                }
                at += aligned(size);
            }
            int inode = message.get(JAVA_INT, HEADER + 4);
            long cookie = message.get(JAVA_LONG_UNALIGNED, HEADER + 8);
            boolean isDatagram = message.get(JAVA_BYTE, HEADER + 1) == Kernel.SOCK_DGRAM;
            return new Told(new ListedSocket(inode, cookie), name, file, isDatagram && !isEmpty);
        }
    }
}
