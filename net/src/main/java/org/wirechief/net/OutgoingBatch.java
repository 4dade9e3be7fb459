package org.wirechief.net;

import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;

/// Sends to many receivers from one socket, in batches. A receiver that takes nothing blocks its
/// own route only: its queue is full, or over UDP, whose receivers have none that could be, the
/// socket's own buffer. The [PeerRoom] keeps those who do not read from using up that buffer. The
/// sender's thread only.
final class OutgoingBatch {
    private static final int BATCH = 64;
    /// How many a receiver gets in one go, so that the others get theirs.
    private static final int TURN = 16;

    private final PeerBatch<OutgoingRoute> batch;

    OutgoingBatch(Libc libc, LinuxDatagramSocket socket, PeerRoom room, NetCounters counters) {
        this.batch = new PeerBatch<>(libc, socket::send, room, BATCH, new Routes(counters), counters);
    }

    /// Puts what waits for a receiver into the batch, which is sent whenever it is full.
    void offer(OutgoingRoute route) {
        for (Outgoing one : route.take(TURN)) {
            byte[] bytes = one.bytes();
            if (!batch.hasRoom(bytes.length)) {
                flush();
            }
            if (route.isBlocked()) {
                return;
            }
            batch.add(route, bytes, 0, bytes.length);
        }
    }

    /// Sends what is in the batch, or blocks the routes whose receivers do not take it.
    void flush() {
        batch.flush();
    }

    /// What is held back stays first in its route, which is blocked.
    private record Routes(NetCounters counters) implements PeerBatch.Fate<OutgoingRoute> {
        @Override
        public DatagramPeer peer(OutgoingRoute route) {
            return route.peer();
        }

        @Override
        public boolean isHeld(OutgoingRoute route) {
            return route.isBlocked();
        }

        @Override
        public void hold(OutgoingRoute route, int index) {
            if (!route.isBlocked() && route.block(System.nanoTime())) {
                counters.datagrams.repliesParked.increment();
            }
        }

        @Override
        public void sent(OutgoingRoute route) {
            route.firstSent();
        }

        @Override
        public void failed(OutgoingRoute route) {
            route.firstFailed();
        }
    }
}
