package org.wirechief.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Receives datagrams on one UDP socket, on a loop.
final class UdpListener implements DatagramListener {
    /// Datagrams taken in a row before others get their turn.
    private static final int BURST = 64;

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final System.Logger LOG = System.getLogger(UdpListener.class.getPackageName());

    private final EventLoop loop;
    private final Address address;
    private final UdpSocket socket;
    private final DatagramLimits limits;
    private final NetCounters counters;
    private final DatagramHandler handler;
    private final UdpReplies replies;
    private final CountDownLatch drained = new CountDownLatch(1);
    private @Nullable SelectionKey key;
    private boolean receiving = true;
    private boolean draining;

    private UdpListener(
            EventLoop loop,
            Address address,
            UdpSocket socket,
            DatagramLimits limits,
            NetCounters counters,
            DatagramHandler handler) {
        this.loop = loop;
        this.address = address;
        this.socket = socket;
        this.limits = limits;
        this.counters = counters;
        this.handler = handler;
        this.replies = new UdpReplies(loop, socket, limits, counters, this::countDrained);
    }

    static UdpListener open(
            EventLoop loop, Address address, DatagramLimits limits, NetCounters counters, DatagramHandler handler)
            throws IOException {
        if (address.transport() != Transport.UDP) {
            throw new IllegalArgumentException(address + " is no UDP address; allowed is udp");
        }
        var socket = UdpSocket.open(address, limits.sendBuffer());
        try {
            var listener = new UdpListener(loop, address, socket, limits, counters, handler);
            return loop.call(() -> {
                listener.start();
                return listener;
            });
        } catch (IOException e) {
            socket.channel().close();
            throw e;
        }
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Address local() {
        return socket.local();
    }

    @Override
    public boolean isOwn(DatagramPeer peer) {
        return socket.isSource(peer);
    }

    @Override
    public long threadId() {
        return loop.threadId();
    }

    @Override
    public void stopReceiving() {
        onLoop(this::stop);
    }

    @Override
    public boolean drain(Duration timeout) throws InterruptedException {
        if (loop.inLoop()) {
            throw new IllegalStateException("draining waits for the loop, so it cannot run on it");
        }
        onLoop(() -> {
            stop();
            draining = true;
            countDrained();
        });
        boolean finished = drained.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
        close();
        return finished;
    }

    @Override
    public void close() {
        onLoop(this::closeNow);
    }

    private void start() throws IOException {
        key = loop.register(socket.channel(), SelectionKey.OP_READ, new Readiness());
        replies.started(key);
    }

    private void ready(int ops) {
        if ((ops & SelectionKey.OP_WRITE) != 0) {
            replies.writable();
        }
        if ((ops & SelectionKey.OP_READ) != 0) {
            receive();
        }
    }

    private void receive() {
        for (int i = 0; i < BURST && receiving; i++) {
            try {
                ByteBuffer buffer = loop.transfer().clear();
                var from = (InetSocketAddress) socket.channel().receive(buffer);
                if (from == null) {
                    return;
                }
                take(from, buffer.flip());
            } catch (IOException e) {
                pause(e);
                return;
            }
        }
    }

    private void take(InetSocketAddress from, ByteBuffer buffer) {
        int length = buffer.remaining();
        counters.datagrams.received.increment();
        counters.bytesIn.add(length);
        if (length > limits.maxRequest()) {
            counters.datagrams.tooLong.increment();
            return;
        }
        byte[] bytes = loop.workspace();
        buffer.get(bytes, 0, length);
        var peer = DatagramPeer.udp(from);
        try {
            handler.received(peer, bytes, 0, length, replies);
        } catch (Throwable t) {
            counters.datagrams.handlerErrors.increment();
            loop.report(t);
        }
    }

    private void pause(IOException cause) {
        counters.datagrams.receiveErrors.increment();
        LOG.log(System.Logger.Level.WARNING, "receiving on {0} failed: {1}", socket.local(), cause.getMessage());
        interest(false);
        loop.schedule(PAUSE, () -> interest(receiving));
    }

    private void stop() {
        receiving = false;
        interest(false);
    }

    private void interest(boolean reading) {
        if (key != null && key.isValid()) {
            int ops = key.interestOps() & ~SelectionKey.OP_READ;
            key.interestOps(reading ? ops | SelectionKey.OP_READ : ops);
        }
    }

    private void closeNow() {
        receiving = false;
        socket.close();
        replies.close();
        drained.countDown();
    }

    private void countDrained() {
        if (draining && replies.isDone()) {
            drained.countDown();
        }
    }

    private void onLoop(Runnable action) {
        try {
            loop.call(() -> {
                action.run();
                return true;
            });
            if (!loop.inLoop()) {
                // a registered socket is really closed when the selector takes its next turn, so
                // that a caller who binds the port again finds it free
                loop.call(() -> true);
            }
        } catch (IOException e) {
            // the loop has ended and has closed everything of ours
            drained.countDown();
        }
    }

    /// Keeps the selector's side apart.
    private final class Readiness implements LoopChannel {
        @Override
        public void ready(int ops) {
            UdpListener.this.ready(ops);
        }

        @Override
        public void loopEnded() {
            closeNow();
        }
    }
}
