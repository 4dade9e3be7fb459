package org.wirechief.bench;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// Connections to a Unix stream socket that say nothing.
final class IdleConnections implements AutoCloseable {
    private final List<SocketChannel> channels = new ArrayList<>();

    /// @throws IOException saying how many there were before
    static IdleConnections open(Target target, int count) throws IOException {
        IdleConnections connections = new IdleConnections();
        try {
            while (connections.channels.size() < count) {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                connections.channels.add(channel);
                channel.connect(target.address());
                channel.configureBlocking(false);
            }
            return connections;
        } catch (IOException e) {
            int before = connections.channels.size() - 1;
            connections.close();
            throw new IOException("after " + before + " connections: " + e.getMessage(), e);
        }
    }

    /// How many the server has not closed.
    int alive() {
        ByteBuffer nothing = ByteBuffer.allocate(1);
        int alive = 0;
        for (SocketChannel channel : channels) {
            try {
                if (channel.read(nothing.clear()) == 0) {
                    alive++;
                }
            } catch (IOException e) {
                // reset: it is not alive
            }
        }
        return alive;
    }

    @Override
    public void close() {
        for (SocketChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                // it is gone all the same
            }
        }
    }
}
