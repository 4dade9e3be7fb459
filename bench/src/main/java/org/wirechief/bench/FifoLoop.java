package org.wirechief.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// The FIFO of `mi_fifo` (spec mi-json §7): all callers write to one FIFO, each reads its own. Only
/// the thread that opened it may use it.
final class FifoLoop implements Loop {
    /// What the links share.
    record Calls(Arena memory, PipeCalls pipes, SocketCalls sockets) {}

    private final Arena memory = Arena.ofConfined();
    private final Calls calls = new Calls(memory, new PipeCalls(memory), new SocketCalls(memory));
    private final List<FifoLink> links = new ArrayList<>();
    private final Polled polled;
    private int requests = -1;
    private boolean started;

    private FifoLoop(int count) {
        polled = new Polled(memory, count + 1);
    }

    static FifoLoop open(Target target, List<? extends Conversation> conversations) throws IOException {
        var loop = new FifoLoop(conversations.size());
        try {
            loop.connect(target, conversations);
            return loop;
        } catch (IOException | RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    private void connect(Target target, List<? extends Conversation> conversations) throws IOException {
        UnixDomainSocketAddress address = (UnixDomainSocketAddress) target.address();
        requests = calls.pipes().openToWrite(address.getPath());
        polled.watch(0, requests);
        long run = ProcessHandle.current().pid() * 1000 + System.nanoTime() % 1000;
        for (Conversation conversation : conversations) {
            String name = "chief_bench_" + run + "_" + links.size();
            links.add(new FifoLink(calls, requests, target.replies(), name, conversation));
            polled.watch(links.size(), links.getLast().fd());
        }
    }

    @Override
    public void turn(int millis) throws IOException {
        if (!started) {
            started = true;
            send();
        }
        polled.want(0, links.stream().anyMatch(FifoLink::isStuck) ? Polled.OUT : 0);
        for (int i = 1; i <= links.size(); i++) {
            polled.want(i, Polled.IN);
        }
        boolean nothing = polled.poll(calls.sockets(), millis) == 0;
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).isOpen() && polled.ready(i + 1) != 0) {
                links.get(i).receive();
                links.get(i).send();
            }
        }
        if (nothing || polled.ready(0) != 0) {
            // there is room in the request FIFO, or a request that was given up has made some
            send();
        }
        forgetEnded();
    }

    private void forgetEnded() {
        for (int i = 0; i < links.size(); i++) {
            polled.watch(i + 1, links.get(i).fd());
        }
    }

    @Override
    public void send() throws IOException {
        for (FifoLink link : links) {
            link.send();
        }
    }

    @Override
    public int open() {
        return (int) links.stream().filter(FifoLink::isOpen).count();
    }

    @Override
    public void close() {
        links.forEach(FifoLink::close);
        if (requests >= 0) {
            calls.sockets().close(requests);
        }
        memory.close();
    }
}
