package org.wirechief.net;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.SendBatch;
import org.wirechief.net.linux.SendRoom;

/// Sends the answers of one datagram socket in batches without waiting, and parks what cannot be
/// sent now: because a peer does not read, or over UDP, whose peers have no queue that could be
/// full, because the socket's own buffer is. One thread at a time.
///
/// The kernel stops a batch at the first datagram it cannot send. That one is parked or counted,
/// and what the batch holds behind it for the same peer is parked too; the others go on.
/// `EPOLLOUT` says nothing about the peers of a socket that is not connected, so parked answers
/// are tried again after a while.
final class ReplySender {
    private static final int BATCH = 32;
    private static final int BATCH_BYTES = 256 * 1024;

    private final Transmission transmission;
    private final PeerRoom room;
    private final SendBatch batch;
    private final List<DatagramPeer> peers = new ArrayList<>(BATCH);
    private final ParkedReplies parked;
    private final NetCounters counters;

    /// Sends some of a batch, as [LinuxDatagramSocket#send(SendBatch, int, int)] does.
    @FunctionalInterface
    interface Transmission {
        int send(SendBatch batch, int from, int to);
    }

    ReplySender(Libc libc, Transmission transmission, PeerRoom room, ParkedReplies parked, NetCounters counters) {
        this.transmission = transmission;
        this.room = room;
        this.batch = new SendBatch(libc, BATCH, BATCH_BYTES);
        this.parked = parked;
        this.counters = counters;
    }

    /// Puts an answer into the batch, which is sent first if it is full. It leaves at [#flush()] at
    /// the latest.
    void add(DatagramPeer peer, byte[] bytes, int from, int to) {
        if (!batch.hasRoom(to - from)) {
            flush();
        }
        batch.add(peer.name(), bytes, from, to);
        peers.add(peer);
    }

    /// Sends what was added.
    void flush() {
        if (peers.isEmpty()) {
            return;
        }
        int at = 0;
        while (at < peers.size()) {
            room.look();
            int end = sendable(at);
            if (end > at) {
                at += submit(at, end);
            } else {
                park(at++);
            }
        }
        batch.clear();
        peers.clear();
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
                peer.tryAgainLater(now);
            }
            parked.reschedule(peer);
        }
    }

    /// Where the run of answers ends that may be handed to the kernel together.
    private int sendable(int from) {
        long weight = 0;
        int at = from;
        while (at < peers.size()
                && !parked.holds(peers.get(at))
                && room.allows(peers.get(at), batch.length(at))
                && (at == from || room.allowsBeside(weight, batch.length(at)))) {
            weight += SendRoom.weight(batch.length(at));
            at++;
        }
        return at;
    }

    /// @return how many answers this settled
    private int submit(int from, int to) {
        int answer = transmission.send(batch, from, to);
        if (answer > 0) {
            for (int i = from; i < from + answer; i++) {
                sent(batch.length(i));
            }
            return answer;
        }
        switch (SendRefusal.of(answer)) {
            case INTERRUPTED -> {
                return 0;
            }
            case LATER -> {
                room.suspect();
                park(from);
            }
            case PEER_GONE -> counters.datagrams.repliesPeerGone.increment();
            case FAILED -> counters.datagrams.sendErrors.increment();
        }
        return 1;
    }

    private void retry(ParkedPeer peer, long now) {
        int offered = 0;
        long weight = 0;
        for (ParkedReply reply : peer.replies()) {
            int length = reply.bytes().length;
            if (!batch.hasRoom(length) || (offered > 0 && !room.allowsBeside(weight, length))) {
                break;
            }
            batch.add(peer.peer().name(), reply.bytes(), 0, length);
            weight += SendRoom.weight(length);
            offered++;
        }
        int answer = transmission.send(batch, 0, offered);
        batch.clear();
        if (answer > 0) {
            for (int i = 0; i < answer; i++) {
                sent(parked.remove(peer).bytes().length);
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
                peer.tryAgainLater(now);
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

    private void park(int index) {
        parked.park(peers.get(index), batch.bytes(index), System.nanoTime());
    }

    private void sent(int length) {
        counters.datagrams.sent.increment();
        counters.bytesOut.add(length);
        room.sent(length);
    }
}
