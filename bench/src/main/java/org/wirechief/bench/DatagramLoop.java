package org.wirechief.bench;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// UDP and Unix datagrams: one socket a connection, several datagrams a system call. Only the
/// thread that opened it may use it.
final class DatagramLoop implements Loop {
    /// Datagrams a call at most.
    static final int BATCH = 64;

    private static final int LONGEST = 64 * 1024;

    // struct pollfd
    private static final long POLLFD = 8;
    private static final long EVENTS = 4;
    private static final long REVENTS = 6;
    private static final short POLLIN = 1;
    private static final short POLLOUT = 4;

    private final Arena memory = Arena.ofConfined();
    private final SocketCalls calls = new SocketCalls(memory);
    private final Messages received = new Messages(memory, BATCH, LONGEST);
    private final byte[] input = new byte[LONGEST];
    private final List<DatagramLink> links = new ArrayList<>();
    private final MemorySegment sockets;
    private boolean started;
    private int first;

    private DatagramLoop(int count) {
        sockets = memory.allocate(POLLFD * count, 8);
    }

    static DatagramLoop open(Target target, List<? extends Conversation> conversations) throws IOException {
        var loop = new DatagramLoop(conversations.size());
        try {
            var address = new SocketAddressBytes(loop.memory, target);
            for (Conversation conversation : conversations) {
                loop.sockets.set(JAVA_INT, POLLFD * loop.links.size(), address.connect(loop.calls));
                int fd = loop.sockets.get(JAVA_INT, POLLFD * loop.links.size());
                loop.links.add(new DatagramLink(loop.calls, fd, conversation, loop.memory));
            }
            return loop;
        } catch (IOException e) {
            loop.close();
            throw new IOException("cannot connect to " + target.text() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    @Override
    public void turn(int millis) throws IOException {
        if (!started) {
            started = true;
            sendAll();
        }
        for (int i = 0; i < links.size(); i++) {
            sockets.set(JAVA_SHORT, POLLFD * i + EVENTS, links.get(i).isStuck() ? (short) (POLLIN | POLLOUT) : POLLIN);
        }
        if (calls.poll(sockets, links.size(), millis) == 0) {
            // a request that was given up has made room, and no reply will come to tell
            sendAll();
            return;
        }
        // another one begins each time: where all want to send to one full queue, the first wins
        first = (first + 1) % links.size();
        for (int n = 0; n < links.size(); n++) {
            int i = (first + n) % links.size();
            short ready = sockets.get(JAVA_SHORT, POLLFD * i + REVENTS);
            if (ready != 0) {
                serve(i, ready);
            }
        }
    }

    private void serve(int index, short ready) throws IOException {
        DatagramLink link = links.get(index);
        if (ready != POLLOUT) {
            link.receive(received, input);
        }
        link.send();
        forgetIfEnded(index);
    }

    private void sendAll() throws IOException {
        for (int i = 0; i < links.size(); i++) {
            links.get(i).send();
            forgetIfEnded(i);
        }
    }

    /// The kernel passes over a negative descriptor.
    private void forgetIfEnded(int index) {
        if (!links.get(index).isOpen()) {
            sockets.set(JAVA_INT, POLLFD * index, -1);
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
