package org.wirechief.it.behaviour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawDatagrams;

/// Datagram sockets that ask for much, go on asking, and read nothing.
final class DeadDatagrams implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;

    private final List<RawDatagrams> sockets;
    private final ExecutorService asking = Executors.newSingleThreadExecutor();
    private final Future<Integer> asked;
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile boolean closing;

    private DeadDatagrams(List<RawDatagrams> sockets) {
        this.sockets = sockets;
        this.asked = asking.submit(this::ask);
    }

    static DeadDatagrams on(String address, int count) throws IOException {
        List<RawDatagrams> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(RawDatagrams.to(address));
        }
        return new DeadDatagrams(sockets);
    }

    private int ask() throws IOException, InterruptedException {
        byte[] request = Packet.request(1, "t.big", 1, 30_000);
        while (!closing) {
            for (RawDatagrams socket : sockets) {
                socket.send(request);
            }
            rounds.incrementAndGet();
            Thread.sleep(PAUSE_MILLIS);
        }
        return rounds.get();
    }

    /// How often each has asked.
    int rounds() {
        return rounds.get();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        asking.close();
        if (asked.resultNow() == 0) {
            throw new AssertionError("they have asked nothing");
        }
        for (RawDatagrams socket : sockets) {
            socket.close();
        }
    }
}
