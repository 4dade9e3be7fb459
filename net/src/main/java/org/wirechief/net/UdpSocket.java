package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/// A bound UDP socket, non-blocking.
///
/// @param channel the socket
/// @param bound its address
/// @param local the same as an [Address], with the real port
record UdpSocket(DatagramChannel channel, InetSocketAddress bound, Address local) {

    /// IPTOS_LOWDELAY (spec ctl §6).
    private static final int LOW_DELAY = 0x10;

    /// Asked for; the system gives at most `net.core.rmem_max`.
    private static final int RECEIVE_BUFFER = 1024 * 1024;

    /// @param sendBuffer asked for; the system gives at most `net.core.wmem_max`
    /// @throws BindException saying what is wrong and what to do
    static UdpSocket open(Address address, int sendBuffer) throws IOException {
        return open(address, sendBuffer, RECEIVE_BUFFER);
    }

    /// One that nobody reads: what is sent to it takes as little memory as can be.
    ///
    /// @throws BindException saying what is wrong and what to do
    static UdpSocket forSending(Address address, int sendBuffer) throws IOException {
        return open(address, sendBuffer, 1);
    }

    private static UdpSocket open(Address address, int sendBuffer, int receiveBuffer) throws IOException {
        InetAddress host = HostNames.toBind(address);
        ProtocolFamily family =
                host instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        var channel = DatagramChannel.open(family);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.IP_TOS, LOW_DELAY);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, sendBuffer);
            // without SO_REUSEADDR, with which Linux lets another socket take part of the traffic
            channel.bind(new InetSocketAddress(host, address.port()));
            var bound = (InetSocketAddress) channel.getLocalAddress();
            var local = new Address(
                    Transport.UDP, bound.getAddress().getHostAddress(), bound.getPort(), address.configured());
            return new UdpSocket(channel, bound, local);
        } catch (BindException e) {
            channel.close();
            throw BindFailure.tcp(address, host, e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// The bytes of its send buffer, as they are asked for.
    int sendBuffer() throws IOException {
        return channel.getOption(StandardSocketOptions.SO_SNDBUF);
    }

    /// Whether the peer is this socket.
    boolean isSource(DatagramPeer peer) {
        return peer.transport() == Transport.UDP && isSource(peer.udpSocket());
    }

    /// Closes it; a channel that is registered with a selector holds its port until that is closed,
    /// or selects again.
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(UdpSocket.class.getPackageName())
                    .log(System.Logger.Level.WARNING, "closing {0}: {1}", local, e.getMessage());
        }
    }

    private boolean isSource(InetSocketAddress peer) {
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
