package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// An IP address with a port, as a `sockaddr_in` or `sockaddr_in6`. Immutable; equal when all of it
/// is, the scope of a link-local address included.
///
/// An IPv4 peer of an IPv6 socket is one of IPv4 here, in both directions: Linux takes its
/// `sockaddr_in` there too.
public final class IpName implements DatagramName {
    private static final int SIZE = 16;
    private static final int SIZE_6 = 28;
    private static final int PORT = 2;
    private static final int HOST = 4;
    private static final int HOST_6 = 8;
    private static final int SCOPE_6 = 24;

    private final InetSocketAddress socket;
    private final byte[] sockaddr;
    private final int hash;

    private IpName(InetSocketAddress socket, byte[] sockaddr) {
        this.socket = socket;
        this.sockaddr = sockaddr;
        this.hash = Arrays.hashCode(sockaddr);
    }

    /// An address that is known.
    ///
    /// @throws IllegalArgumentException if it is one that has not been looked up
    public static IpName of(InetSocketAddress socket) {
        InetAddress host = socket.getAddress();
        if (host == null) {
            throw new IllegalArgumentException(socket.getHostString() + " has not been looked up");
        }
        byte[] address = host.getAddress();
        boolean isSix = host instanceof Inet6Address;
        var bytes = ByteBuffer.allocate(isSix ? SIZE_6 : SIZE).order(ByteOrder.nativeOrder());
        bytes.putShort(0, (short) (isSix ? Kernel.AF_INET6 : Kernel.AF_INET));
        bytes.put(PORT, (byte) (socket.getPort() >> 8)).put(PORT + 1, (byte) socket.getPort());
        bytes.put(isSix ? HOST_6 : HOST, address);
        if (host instanceof Inet6Address six) {
            bytes.putInt(SCOPE_6, six.getScopeId());
        }
        return new IpName(socket, bytes.array());
    }

    static boolean isOne(MemorySegment sockaddr, int length) {
        return (length >= SIZE && sockaddr.get(JAVA_SHORT, 0) == Kernel.AF_INET)
                || (length >= SIZE_6 && sockaddr.get(JAVA_SHORT, 0) == Kernel.AF_INET6);
    }

    static IpName read(MemorySegment sockaddr) {
        boolean isSix = sockaddr.get(JAVA_SHORT, 0) == Kernel.AF_INET6;
        byte[] address = new byte[isSix ? 16 : 4];
        MemorySegment.copy(sockaddr, JAVA_BYTE, isSix ? HOST_6 : HOST, address, 0, address.length);
        int port = Short.toUnsignedInt(Short.reverseBytes(sockaddr.get(JAVA_SHORT, PORT)));
        int scope = isSix ? sockaddr.get(JAVA_INT, SCOPE_6) : 0;
        return of(new InetSocketAddress(host(address, scope), port));
    }

    private static InetAddress host(byte[] address, int scope) {
        try {
            return scope == 0 ? InetAddress.getByAddress(address) : Inet6Address.getByAddress(null, address, scope);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 bytes are an address", e);
        }
    }

    /// The same for the JDK.
    public InetSocketAddress socket() {
        return socket;
    }

    /// Port 0 is nobody's.
    @Override
    public boolean isNamed() {
        return socket.getPort() != 0;
    }

    @Override
    public int write(MemorySegment memory, long at) {
        MemorySegment.copy(sockaddr, 0, memory, JAVA_BYTE, at, sockaddr.length);
        return sockaddr.length;
    }

    @Override
    public String toString() {
        return socket.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpName that && Arrays.equals(sockaddr, that.sockaddr);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
