package org.wirechief.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/// UDP and Unix datagrams: one socket a connection, several datagrams a system call. Only the
/// thread that opened it may use it.
final class DatagramLoop implements Loop {
    /// Datagrams a call at most.
    static final int BATCH = 64;

    private static final int LONGEST = 64 * 1024;

    private final Arena memory = Arena.ofConfined();
    private final SocketCalls calls = new SocketCalls(memory);
    private final Messages received = new Messages(memory, BATCH, LONGEST);
    private final byte[] input = new byte[LONGEST];
    private final List<DatagramLink> links = new ArrayList<>();
    private final Polled sockets;
    private boolean started;
    private int first;

    private DatagramLoop(int count) {
        sockets = new Polled(memory, count);
    }

    static DatagramLoop open(Target target, List<? extends Conversation> conversations) throws IOException {
        var loop = new DatagramLoop(conversations.size());
        try {
            var address = new SocketAddressBytes(loop.memory, target);
            for (Conversation conversation : conversations) {
                int fd = address.connect(loop.calls);
                loop.sockets.watch(loop.links.size(), fd);
                loop.links.add(new DatagramLink(loop.calls, fd, conversation, loop.memory));
            }
            return loop;
        } catch (IOException | RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    @Override
    public void turn(int millis) throws IOException {
        if (!started) {
            started = true;
            send();
        }
        for (int i = 0; i < links.size(); i++) {
            sockets.want(i, links.get(i).isStuck() ? Polled.IN | Polled.OUT : Polled.IN);
        }
        if (sockets.poll(calls, millis) == 0) {
            // a request that was given up has made room, and no reply will come to tell
            send();
            return;
        }
        // another one begins each time: where all want to send to one full queue, the first wins
        first = (first + 1) % links.size();
        for (int n = 0; n < links.size(); n++) {
            int i = (first + n) % links.size();
            int ready = sockets.ready(i);
            if (ready != 0) {
                serve(i, ready);
            }
        }
    }

    private void serve(int index, int ready) throws IOException {
        DatagramLink link = links.get(index);
        if (ready != Polled.OUT) {
            link.receive(received, input);
        }
        link.send();
        forgetIfEnded(index);
    }

    @Override
    public void send() throws IOException {
        for (int i = 0; i < links.size(); i++) {
            links.get(i).send();
            forgetIfEnded(i);
        }
    }

    /// The kernel passes over a negative descriptor.
    private void forgetIfEnded(int index) {
        if (!links.get(index).isOpen()) {
            sockets.watch(index, -1);
        }
    }

    @Override
    public int open() {
        return (int) links.stream().filter(DatagramLink::isOpen).count();
    }

    @Override
    public void close() {
        links.forEach(DatagramLink::close);
        memory.close();
    }
}
