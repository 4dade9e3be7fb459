package org.wirechief.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/// Subscribers over UDP, all read by one thread. Each expects events with growing numbers behind
/// the first `::`.
final class EventSubscribers implements AutoCloseable {
    private static final long NONE = -1;

    private final Selector selector = Selector.open();
    private final List<String> sockets = new ArrayList<>();
    private final Thread reader = Thread.ofPlatform().name("subscribers").unstarted(this::read);
    private volatile long received;
    private volatile long outOfOrder;
    private volatile boolean closing;

    /// What a subscriber saw last.
    private static final class Last {
        private long number = NONE;
    }

    EventSubscribers(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            channel.register(selector, SelectionKey.OP_READ, new Last());
            sockets.add("udp:127.0.0.1:" + ((InetSocketAddress) channel.getLocalAddress()).getPort());
        }
        reader.start();
    }

    List<String> sockets() {
        return sockets;
    }

    long received() {
        return received;
    }

    /// How often a number was not larger than the one before.
    long outOfOrder() {
        return outOfOrder;
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
        try {
            while (!closing) {
                selector.select(key -> take(key, buffer));
            }
        } catch (IOException e) {
            System.err.println("events: reading: " + e.getMessage());
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts, others look
    private void take(SelectionKey key, ByteBuffer buffer) {
        try {
            Last last = (Last) key.attachment();
            while (((DatagramChannel) key.channel()).receive(buffer.clear()) != null) {
                long number = number(buffer.flip());
                received++;
                if (number <= last.number) {
                    outOfOrder++;
                }
                last.number = number;
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    private static long number(ByteBuffer event) {
        while (event.remaining() > 2 && (event.get() != ':' || event.get(event.position()) != ':')) {}
        event.get();
        long number = 0;
        for (byte next = event.get(); next >= '0' && next <= '9'; next = event.get()) {
            number = 10 * number + next - '0';
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
