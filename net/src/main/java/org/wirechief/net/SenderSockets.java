package org.wirechief.net;

import java.io.IOException;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.SendRoom;

/// The sockets of a [DatagramSender]: a Unix one without a name, and a UDP port. Nobody reads them:
/// what is sent to them takes as little memory as can be.
///
/// @param sendBuffer bytes of the buffer of each, as they are asked for; the kernel counts twice as
///     many
record SenderSockets(LinuxDatagramSocket unix, UdpServerSocket udp, int sendBuffer) {
    private static final int KERNEL_FACTOR = 2;

    /// @param sendBuffer bytes asked for
    /// @throws IOException saying why there are none to have
    static SenderSockets open(Libc libc, int sendBuffer) throws IOException {
        UdpServerSocket udp = port(libc);
        try {
            LinuxDatagramSocket unix = LinuxDatagramSocket.unix(libc);
            try {
                udp.socket().receiveBuffer(libc, 1);
                int granted = Math.min(udp.socket().sendBuffer(libc, sendBuffer), unix.sendBuffer(libc, sendBuffer));
                return new SenderSockets(unix, udp, granted / KERNEL_FACTOR);
            } catch (LinuxException e) {
                unix.close(libc);
                throw e;
            }
        } catch (LinuxException e) {
            udp.socket().close(libc);
            throw e;
        }
    }

    /// Of all addresses of this machine.
    private static UdpServerSocket port(Libc libc) throws IOException {
        try {
            return UdpServerSocket.open(libc, Address.udp("::", 0));
        } catch (IOException e) {
            // a machine without IPv6
            return UdpServerSocket.open(libc, Address.udp(Address.WILDCARD, 0));
        }
    }

    /// Sends from both. Of the thread of its [Libc].
    OutgoingTraffic traffic(Libc libc, long patience, NetCounters counters) {
        var room = new PeerRoom.OfUnix(new SendRoom(libc, unix, KERNEL_FACTOR * sendBuffer));
        return new OutgoingTraffic(
                new OutgoingBatch(libc, unix, room, counters),
                new OutgoingBatch(libc, udp.socket(), new PeerRoom.OfUdp(), counters),
                patience);
    }

    void close(Libc libc) {
        unix.close(libc);
        udp.socket().close(libc);
    }
}
