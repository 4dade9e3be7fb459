package org.wirechief.net;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.SendBatch;
import org.wirechief.net.linux.SendRoom;

/// Sends to many receivers from one socket, in batches. A receiver that takes nothing blocks its
/// own route only: its queue is full, or over UDP, whose receivers have none that could be, the
/// socket's own buffer. The [PeerRoom] keeps those who do not read from using up that buffer. The
/// sender's thread only.
final class OutgoingBatch {
    private static final int BATCH = 64;
    private static final int BATCH_BYTES = 256 * 1024;
    /// How many a receiver gets in one go, so that the others get theirs.
    private static final int TURN = 16;

    private final LinuxDatagramSocket socket;
    private final PeerRoom room;
    private final SendBatch batch;
    private final List<OutgoingRoute> routes = new ArrayList<>(BATCH);
    private final NetCounters counters;

    OutgoingBatch(Libc libc, LinuxDatagramSocket socket, PeerRoom room, NetCounters counters) {
        this.socket = socket;
        this.room = room;
        this.batch = new SendBatch(libc, BATCH, BATCH_BYTES);
        this.counters = counters;
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
            batch.add(route.peer().name(), bytes, 0, bytes.length);
            routes.add(route);
        }
    }

    /// Sends what is in the batch, or blocks the routes whose receivers do not take it.
    void flush() {
        int at = 0;
        while (at < routes.size()) {
            if (routes.get(at).isBlocked()) {
                at++;
                continue;
            }
            room.look();
            int end = sendable(at);
            if (end == at) {
                block(at);
            } else {
                at += submit(at, end);
            }
        }
        batch.clear();
        routes.clear();
    }

    /// Where the run of datagrams ends that may be handed to the kernel together.
    private int sendable(int from) {
        long weight = 0;
        int at = from;
        while (at < routes.size()
                && !routes.get(at).isBlocked()
                && room.allows(routes.get(at).peer(), batch.length(at))
                && (at == from || room.allowsBeside(weight, batch.length(at)))) {
            weight += SendRoom.weight(batch.length(at));
            at++;
        }
        return at;
    }

    /// @return how many datagrams this settled
    private int submit(int from, int to) {
        int answer = socket.send(batch, from, to);
        for (int i = from; i < from + answer; i++) {
            OutgoingRoute route = routes.get(i);
            route.firstSent();
            room.sent(batch.length(i));
            counters.datagrams.sent.increment();
            counters.bytesOut.add(batch.length(i));
        }
        return answer > 0 ? answer : refused(from, answer);
    }

    private int refused(int index, int answer) {
        switch (SendRefusal.of(answer)) {
            case INTERRUPTED -> {
                return 0;
            }
            case LATER -> {
                room.suspect();
                block(index);
            }
            case PEER_GONE -> {
                counters.datagrams.repliesPeerGone.increment();
                routes.get(index).firstFailed();
            }
            case FAILED -> {
                counters.datagrams.sendErrors.increment();
                routes.get(index).firstFailed();
            }
        }
        return 1;
    }

    private void block(int index) {
        if (routes.get(index).block(System.nanoTime())) {
            counters.datagrams.repliesParked.increment();
        }
    }
}
