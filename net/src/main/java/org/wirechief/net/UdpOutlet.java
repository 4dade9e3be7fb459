package org.wirechief.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.UnsupportedAddressTypeException;

/// Sends to many UDP receivers from one port. What blocks a route is the socket's own buffer: UDP
/// receivers have no queue that could be full. The sender's thread only.
final class UdpOutlet {
    private static final int LONGEST = 64 * 1024;
    private static final int TURN = 16;

    private final UdpSocket socket;
    private final NetCounters counters;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);

    UdpOutlet(UdpSocket socket, NetCounters counters) {
        this.socket = socket;
        this.counters = counters;
    }

    /// A port of all addresses of this machine.
    ///
    /// @throws IOException saying why there is none to have
    static UdpSocket open(int sendBuffer) throws IOException {
        try {
            return UdpSocket.open(Address.udp("::", 0), sendBuffer);
        } catch (IOException | UnsupportedOperationException e) {
            // a machine without IPv6
            return UdpSocket.open(Address.udp(Address.WILDCARD, 0), sendBuffer);
        }
    }

    /// Sends what waits for a receiver.
    void offer(OutgoingRoute route) {
        for (Outgoing one : route.take(TURN)) {
            byte[] bytes = one.bytes();
            try {
                if (socket.channel()
                                .send(
                                        buffer.clear().put(bytes).flip(),
                                        route.peer().udpSocket())
                        == 0) {
                    if (route.block(System.nanoTime())) {
                        counters.datagrams.repliesParked.increment();
                    }
                    return;
                }
                route.firstSent();
                counters.datagrams.sent.increment();
                counters.bytesOut.add(bytes.length);
            } catch (IOException | UnsupportedAddressTypeException e) {
                // of this receiver only: no route, a firewall's no
                counters.datagrams.sendErrors.increment();
                route.firstFailed();
            }
        }
    }
}
