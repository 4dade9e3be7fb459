package org.wirechief.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/// Takes the datagrams of a UDP socket.
final class UdpDatagramSource implements DatagramSource {
    private static final System.Logger LOG = System.getLogger(UdpDatagramSource.class.getPackageName());

    private final DatagramChannel channel;
    private final Selector selector;
    private final int longest;
    private final ByteBuffer buffer;

    UdpDatagramSource(DatagramChannel channel, int longest) throws IOException {
        this.channel = channel;
        this.longest = longest;
        this.selector = Selector.open();
        // the byte too many tells that a datagram was cut
        this.buffer = ByteBuffer.allocateDirect(longest + 1);
        channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public @Nullable Taken take(byte[] into) throws IOException {
        InetSocketAddress from = receive();
        if (from == null) {
            var _ = selector.select(_ -> {});
            from = receive();
        }
        if (from == null) {
            return null;
        }
        int length = Math.min(buffer.flip().remaining(), longest);
        boolean cut = buffer.remaining() > longest;
        buffer.get(into, 0, length);
        return new Taken(DatagramPeer.udp(from), length, cut, false);
    }

    private @Nullable InetSocketAddress receive() throws IOException {
        return (InetSocketAddress) channel.receive(buffer.clear());
    }

    @Override
    public void wake() {
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "closing a selector: {0}", e.getMessage());
        }
    }
}
