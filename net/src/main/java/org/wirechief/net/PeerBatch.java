package org.wirechief.net;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.SendBatch;
import org.wirechief.net.linux.SendRoom;

/// Datagrams of many owners, each for a peer, that leave one socket with few calls and without
/// waiting. One thread at a time.
///
/// The kernel stops a batch at the first datagram it cannot send. That one is held back or counted,
/// and what the batch holds behind it for the same peer is held back too; the others go on.
///
/// @param <T> what a datagram belongs to
final class PeerBatch<T> {
    private static final int BYTES = 256 * 1024;

    private final Transmission transmission;
    private final PeerRoom room;
    private final SendBatch batch;
    private final List<T> owners;
    private final Fate<T> fate;
    private final NetCounters counters;

    /// Sends some of a batch, as [LinuxDatagramSocket#send(SendBatch, int, int)] does.
    @FunctionalInterface
    interface Transmission {
        int send(SendBatch batch, int from, int to);
    }

    /// What becomes of the datagrams, told in the order in which they were added.
    interface Fate<T> {
        DatagramPeer peer(T owner);

        /// Whether something for its peer is held back, so that whatever follows must be too.
        boolean isHeld(T owner);

        /// This one did not leave: its peer does not take it, or something before it.
        ///
        /// @param index of the datagram in the batch
        void hold(T owner, int index);

        void sent(T owner);

        /// It will never leave.
        void failed(T owner);
    }

    /// @param capacity datagrams at most
    PeerBatch(Libc libc, Transmission transmission, PeerRoom room, int capacity, Fate<T> fate, NetCounters counters) {
        this.transmission = transmission;
        this.room = room;
        this.batch = new SendBatch(libc, capacity, BYTES);
        this.owners = new ArrayList<>(capacity);
        this.fate = fate;
        this.counters = counters;
    }

    /// Whether a datagram of that many bytes still fits in.
    boolean hasRoom(int length) {
        return batch.hasRoom(length);
    }

    /// Puts in a datagram, for which there must be room.
    void add(T owner, byte[] bytes, int from, int to) {
        batch.add(fate.peer(owner).name(), bytes, from, to);
        owners.add(owner);
    }

    /// A copy of a datagram.
    byte[] bytes(int index) {
        return batch.bytes(index);
    }

    /// Sends what was added, and empties the batch.
    void flush() {
        try {
            int at = 0;
            while (at < owners.size()) {
                room.look();
                int end = sendable(at);
                if (end > at) {
                    at += submit(at, end);
                } else {
                    fate.hold(owners.get(at), at);
                    at++;
                }
            }
        } finally {
            // nothing may leave twice
            empty();
        }
    }

    private void empty() {
        batch.clear();
        owners.clear();
    }

    /// Sends what was added as one run, without asking who may be sent something.
    ///
    /// @return how many were sent; if not even the first, its error number negated
    int sendRun() {
        int answer = transmission.send(batch, 0, owners.size());
        for (int i = 0; i < answer; i++) {
            sent(i);
        }
        empty();
        return answer;
    }

    /// Where the run of datagrams ends that may be handed to the kernel together.
    private int sendable(int from) {
        long weight = 0;
        int at = from;
        while (at < owners.size()
                && !fate.isHeld(owners.get(at))
                && room.allows(fate.peer(owners.get(at)), batch.length(at))
                && (at == from || room.allowsBeside(weight, batch.length(at)))) {
            weight += SendRoom.weight(batch.length(at));
            at++;
        }
        return at;
    }

    /// @return how many datagrams this settled
    private int submit(int from, int to) {
        int answer = transmission.send(batch, from, to);
        if (answer > 0) {
            for (int i = from; i < from + answer; i++) {
                sent(i);
            }
            return answer;
        }
        T owner = owners.get(from);
        switch (SendRefusal.of(answer)) {
            case INTERRUPTED -> {
                return 0;
            }
            case LATER -> {
                room.suspect();
                fate.hold(owner, from);
            }
            case PEER_GONE -> {
                counters.datagrams.repliesPeerGone.increment();
                fate.failed(owner);
            }
            case FAILED -> {
                counters.datagrams.sendErrors.increment();
                fate.failed(owner);
            }
        }
        return 1;
    }

    private void sent(int index) {
        int length = batch.length(index);
        counters.datagrams.sent.increment();
        counters.bytesOut.add(length);
        room.sent(length);
        fate.sent(owners.get(index));
    }
}
