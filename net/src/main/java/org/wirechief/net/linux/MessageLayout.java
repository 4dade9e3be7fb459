package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/// The structures of `recvmmsg` and `sendmmsg`, 64-bit little-endian Linux.
final class MessageLayout {
    private static final StructLayout IOVEC =
            MemoryLayout.structLayout(ADDRESS.withName("iov_base"), JAVA_LONG.withName("iov_len"));

    private static final StructLayout MMSGHDR = MemoryLayout.structLayout(
            ADDRESS.withName("msg_name"),
            JAVA_INT.withName("msg_namelen"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("msg_iov"),
            JAVA_LONG.withName("msg_iovlen"),
            ADDRESS.withName("msg_control"),
            JAVA_LONG.withName("msg_controllen"),
            JAVA_INT.withName("msg_flags"),
            MemoryLayout.paddingLayout(4),
            JAVA_INT.withName("msg_len"),
            MemoryLayout.paddingLayout(4));

    /// A control message that carries the sender's credentials.
    private static final StructLayout CREDENTIALS = MemoryLayout.structLayout(
            JAVA_LONG.withName("cmsg_len"),
            JAVA_INT.withName("cmsg_level"),
            JAVA_INT.withName("cmsg_type"),
            JAVA_INT.withName("pid"),
            JAVA_INT.withName("uid"),
            JAVA_INT.withName("gid"),
            MemoryLayout.paddingLayout(4));

    static final long HEADER_SIZE = MMSGHDR.byteSize();
    static final long NAME = offset(MMSGHDR, "msg_name");
    static final long NAME_LENGTH = offset(MMSGHDR, "msg_namelen");
    static final long PIECES = offset(MMSGHDR, "msg_iov");
    static final long PIECE_COUNT = offset(MMSGHDR, "msg_iovlen");
    static final long CONTROL = offset(MMSGHDR, "msg_control");
    static final long CONTROL_LENGTH = offset(MMSGHDR, "msg_controllen");
    static final long FLAGS = offset(MMSGHDR, "msg_flags");
    static final long LENGTH = offset(MMSGHDR, "msg_len");

    static final long PIECE_SIZE = IOVEC.byteSize();
    static final long PIECE_BASE = offset(IOVEC, "iov_base");
    static final long PIECE_LENGTH = offset(IOVEC, "iov_len");

    /// Room for the credentials and nothing else: the kernel drops what does not fit, so file
    /// descriptors somebody sends along never open here.
    static final long CREDENTIALS_SIZE = CREDENTIALS.byteSize();

    private static final long CONTROL_LEVEL = offset(CREDENTIALS, "cmsg_level");
    private static final long CONTROL_TYPE = offset(CREDENTIALS, "cmsg_type");
    private static final long PID = offset(CREDENTIALS, "pid");
    private static final long UID = offset(CREDENTIALS, "uid");
    private static final long GID = offset(CREDENTIALS, "gid");

    private MessageLayout() {}

    static boolean isCredentials(MemorySegment control, long length) {
        return length >= GID + Integer.BYTES
                && control.get(JAVA_INT, CONTROL_LEVEL) == Kernel.SOL_SOCKET
                && control.get(JAVA_INT, CONTROL_TYPE) == Kernel.SCM_CREDENTIALS;
    }

    static Sender sender(MemorySegment control) {
        return new Sender(
                control.get(JAVA_INT, PID),
                Integer.toUnsignedLong(control.get(JAVA_INT, UID)),
                Integer.toUnsignedLong(control.get(JAVA_INT, GID)));
    }

    private static long offset(StructLayout layout, String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }
}
