package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import org.wirechief.net.linux.IpName;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.LinuxException;

/// A bound UDP socket.
///
/// @param socket the socket
/// @param bound its address
/// @param local the same as an [Address], with the real port
record UdpServerSocket(LinuxDatagramSocket socket, InetSocketAddress bound, Address local)
        implements DatagramServerSocket {

    /// Asked for; the system gives at most `net.core.rmem_max`.
    private static final int RECEIVE_BUFFER = 1024 * 1024;

    /// @throws BindException saying what is wrong and what to do
    static UdpServerSocket open(Libc libc, Address address) throws IOException {
        InetAddress host = HostNames.toBind(address);
        LinuxDatagramSocket socket;
        try {
            socket = LinuxDatagramSocket.udp(libc, host instanceof Inet6Address);
        } catch (LinuxException e) {
            throw BindFailure.because(address, String.valueOf(e.getMessage()), e);
        }
        try {
            socket.receiveBuffer(libc, RECEIVE_BUFFER);
            // without SO_REUSEADDR, with which Linux lets another socket take part of the traffic
            socket.bind(libc, IpName.of(new InetSocketAddress(host, address.port())));
            return bound(libc, socket, address);
        } catch (LinuxException e) {
            socket.close(libc);
            throw BindFailure.udp(address, host, e);
        } catch (IOException | RuntimeException e) {
            socket.close(libc);
            throw e;
        }
    }

    private static UdpServerSocket bound(Libc libc, LinuxDatagramSocket socket, Address address) throws IOException {
        if (!(socket.name(libc) instanceof IpName name)) {
            throw BindFailure.because(address, "the system does not say which port it is bound to");
        }
        InetSocketAddress bound = name.socket();
        var local =
                new Address(Transport.UDP, bound.getAddress().getHostAddress(), bound.getPort(), address.configured());
        return new UdpServerSocket(socket, bound, local);
    }

    @Override
    public boolean isSource(DatagramPeer peer) {
        return peer.transport() == Transport.UDP && isSource(bound, peer.udpSocket());
    }

    @Override
    public boolean isSource(InetSocketAddress udp) {
        return !udp.isUnresolved() && isSource(bound, udp);
    }

    @Override
    public PeerRoom room(Libc libc, int sendBuffer) throws LinuxException {
        var _ = socket.sendBuffer(libc, sendBuffer);
        return new PeerRoom.OfUdp();
    }

    @Override
    public void removeFile() {}

    /// Whether datagrams of a socket that is bound there come from that address.
    static boolean isSource(InetSocketAddress bound, InetSocketAddress peer) {
        if (peer.getPort() != bound.getPort()) {
            return false;
        }
        InetAddress from = peer.getAddress();
        return bound.getAddress().isAnyLocalAddress() ? isLocal(from) : from.equals(bound.getAddress());
    }

    private static boolean isLocal(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
