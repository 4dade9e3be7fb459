package org.wirechief.net;

import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.SendRoom;

/// Sends the answers of one datagram socket in batches without waiting, and parks what cannot be
/// sent now: because a peer does not read, or over UDP, whose peers have no queue that could be
/// full, because the socket's own buffer is. One thread at a time.
///
/// `EPOLLOUT` says nothing about the peers of a socket that is not connected, so parked answers
/// are tried again after a while.
final class ReplySender {
    private static final int BATCH = 32;

    private final PeerRoom room;
    private final PeerBatch<DatagramPeer> batch;
    private final ParkedReplies parked;
    private final NetCounters counters;

    ReplySender(
            Libc libc, PeerBatch.Transmission transmission, PeerRoom room, ParkedReplies parked, NetCounters counters) {
        this.room = room;
        this.batch = new PeerBatch<>(libc, transmission, room, BATCH, new Answers(), counters);
        this.parked = parked;
        this.counters = counters;
    }

    /// Puts an answer into the batch, which is sent first if it is full. It leaves at [#flush()] at
    /// the latest.
    void add(DatagramPeer peer, byte[] bytes, int from, int to) {
        if (!batch.hasRoom(to - from)) {
            flush();
        }
        batch.add(peer, bytes, from, to);
    }

    /// Sends what was added.
    void flush() {
        batch.flush();
    }

    /// Tries the parked answers that are due. Not between [#add] and [#flush()].
    void retry(long now) {
        if (parked.isEmpty()) {
            return;
        }
        for (ParkedPeer peer = parked.due(now); peer != null; peer = parked.due(now)) {
            room.look();
            if (room.allows(peer.peer(), peer.replies().getFirst().bytes().length)) {
                retry(peer, now);
            } else {
                parked.tookNothing(peer, now);
            }
            parked.reschedule(peer);
        }
    }

    private void retry(ParkedPeer peer, long now) {
        int offered = 0;
        long weight = 0;
        for (ParkedReply reply : peer.replies()) {
            int length = reply.bytes().length;
            if (!batch.hasRoom(length) || (offered > 0 && !room.allowsBeside(weight, length))) {
                break;
            }
            batch.add(peer.peer(), reply.bytes(), 0, length);
            weight += SendRoom.weight(length);
            offered++;
        }
        int answer = batch.sendRun();
        if (answer > 0) {
            for (int i = 0; i < answer; i++) {
                parked.remove(peer);
            }
            peer.tryAgainSoon(now);
        } else {
            refused(peer, answer, now);
        }
    }

    private void refused(ParkedPeer peer, int answer, long now) {
        switch (SendRefusal.of(answer)) {
            case INTERRUPTED -> peer.tryAgainSoon(now);
            case LATER -> {
                room.suspect();
                parked.tookNothing(peer, now);
            }
            case PEER_GONE -> {
                while (!peer.replies().isEmpty()) {
                    parked.remove(peer);
                    counters.datagrams.repliesPeerGone.increment();
                }
            }
            case FAILED -> {
                parked.remove(peer);
                counters.datagrams.sendErrors.increment();
                peer.tryAgainSoon(now);
            }
        }
    }

    /// What is held back is parked.
    private final class Answers implements PeerBatch.Fate<DatagramPeer> {
        @Override
        public DatagramPeer peer(DatagramPeer owner) {
            return owner;
        }

        @Override
        public boolean isHeld(DatagramPeer owner) {
            return parked.holds(owner);
        }

        @Override
        public void hold(DatagramPeer owner, int index) {
            parked.park(owner, batch.bytes(index), System.nanoTime());
        }

        @Override
        public void sent(DatagramPeer owner) {}

        @Override
        public void failed(DatagramPeer owner) {}
    }
}
