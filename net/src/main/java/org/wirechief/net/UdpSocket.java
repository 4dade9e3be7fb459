package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/// A bound UDP socket that only sends, non-blocking. Nobody reads it: what is sent to it takes as
/// little memory as can be.
///
/// @param channel the socket
/// @param bound its address
record UdpSocket(DatagramChannel channel, InetSocketAddress bound) {

    /// IPTOS_LOWDELAY (spec ctl §6).
    private static final int LOW_DELAY = 0x10;

    /// @param sendBuffer asked for; the system gives at most `net.core.wmem_max`
    /// @throws BindException saying what is wrong and what to do
    static UdpSocket open(Address address, int sendBuffer) throws IOException {
        InetAddress host = HostNames.toBind(address);
        ProtocolFamily family =
                host instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        var channel = DatagramChannel.open(family);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.IP_TOS, LOW_DELAY);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 1);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, sendBuffer);
            channel.bind(new InetSocketAddress(host, address.port()));
            return new UdpSocket(channel, (InetSocketAddress) channel.getLocalAddress());
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

    /// Whether datagrams of this socket come from that address.
    boolean isSource(InetSocketAddress peer) {
        return UdpServerSocket.isSource(bound, peer);
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(UdpSocket.class.getPackageName())
                    .log(System.Logger.Level.WARNING, "closing {0}: {1}", bound, e.getMessage());
        }
    }
}
