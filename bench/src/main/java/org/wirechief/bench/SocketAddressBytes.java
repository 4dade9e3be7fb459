package org.wirechief.bench;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;

/// A server's address as the kernel takes it: `sockaddr_in` or `sockaddr_un`.
final class SocketAddressBytes {
    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 02000000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int FAMILY_SIZE = 2;
    private static final int LONGEST_PATH = 107;

    /// Room for replies that come while others are looked at; the system may give less.
    private static final int RECEIVE_BUFFER = 4 << 20;

    private final MemorySegment address;
    private final MemorySegment own;
    private final MemorySegment buffer;
    private final int family;

    /// @throws IllegalArgumentException when the address is IPv6, or a path is too long
    SocketAddressBytes(Arena memory, Target target) {
        buffer = memory.allocateFrom(JAVA_INT, RECEIVE_BUFFER);
        own = memory.allocate(FAMILY_SIZE, 2);
        switch (target.address()) {
            case InetSocketAddress inet -> {
                family = AF_INET;
                address = inet(memory, inet);
            }
            case UnixDomainSocketAddress unix -> {
                family = AF_UNIX;
                address = unix(memory, unix);
                own.set(JAVA_SHORT, 0, (short) AF_UNIX);
            }
            default -> throw new IllegalArgumentException(target.text() + " is no datagram address");
        }
    }

    private static MemorySegment inet(Arena memory, InetSocketAddress inet) {
        if (!(inet.getAddress() instanceof Inet4Address host)) {
            throw new IllegalArgumentException(inet + ": UDP is loaded on IPv4 only");
        }
        MemorySegment bytes = memory.allocate(16, 4);
        bytes.set(JAVA_SHORT, 0, (short) AF_INET);
        bytes.set(JAVA_BYTE, 2, (byte) (inet.getPort() >> 8));
        bytes.set(JAVA_BYTE, 3, (byte) inet.getPort());
        MemorySegment.copy(host.getAddress(), 0, bytes, JAVA_BYTE, 4, 4);
        return bytes;
    }

    private static MemorySegment unix(Arena memory, UnixDomainSocketAddress unix) {
        byte[] path = unix.getPath().toString().getBytes(StandardCharsets.UTF_8);
        if (path.length > LONGEST_PATH) {
            throw new IllegalArgumentException(unix + " is longer than " + LONGEST_PATH + " bytes");
        }
        MemorySegment bytes = memory.allocate(FAMILY_SIZE + path.length + 1L, 2);
        bytes.set(JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(path, 0, bytes, JAVA_BYTE, FAMILY_SIZE, path.length);
        return bytes;
    }

    /// A new socket that sends there. On Unix it gets an abstract name from the kernel, so that it
    /// can be answered.
    int connect(SocketCalls calls) throws IOException {
        int fd = calls.socket(family, SOCK_DGRAM_CLOEXEC);
        try {
            calls.option(fd, SOL_SOCKET, SO_RCVBUF, buffer);
            if (family == AF_UNIX) {
                calls.bind(fd, own, FAMILY_SIZE);
            }
            calls.connect(fd, address, (int) address.byteSize());
            return fd;
        } catch (IOException e) {
            calls.close(fd);
            throw e;
        }
    }
}
