package org.wirechief.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;

/// Sends the answers of one UDP socket. What cannot be sent waits for the socket's own buffer:
/// UDP peers have no queue that could be full.
final class UdpReplySender implements ReplySender {
    private final DatagramChannel channel;
    private final ParkedReplies parked;
    private final NetCounters counters;

    UdpReplySender(DatagramChannel channel, ParkedReplies parked, NetCounters counters) {
        this.channel = channel;
        this.parked = parked;
        this.counters = counters;
    }

    @Override
    public void add(DatagramPeer peer, byte[] bytes, int from, int to) {
        if (parked.holds(peer) || !transmit(peer, bytes, from, to)) {
            parked.park(peer, Arrays.copyOfRange(bytes, from, to), System.nanoTime());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void retry(long now) {
        for (ParkedPeer peer = parked.due(now); peer != null; peer = parked.due(now)) {
            peer.tryAgainLater(now);
            while (!peer.replies().isEmpty()) {
                byte[] bytes = peer.replies().getFirst().bytes();
                if (!transmit(peer.peer(), bytes, 0, bytes.length)) {
                    break;
                }
                parked.remove(peer);
                peer.tryAgainSoon(now);
            }
            parked.reschedule(peer);
        }
    }

    /// @return whether it is settled, one way or the other; otherwise the socket's buffer is full
    private boolean transmit(DatagramPeer peer, byte[] bytes, int from, int to) {
        try {
            if (channel.send(ByteBuffer.wrap(bytes, from, to - from), peer.udpSocket()) == 0 && to > from) {
                return false;
            }
            counters.datagrams.sent.increment();
            counters.bytesOut.add(to - from);
        } catch (IOException e) {
            // of this peer only: no route, a firewall's no
            counters.datagrams.sendErrors.increment();
        }
        return true;
    }
}
