package org.wirechief.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A UDP socket that sends to one host. It is not connected: a receiver that is away must not cost
/// a datagram when it is back.
final class DatagramOutlet implements Outlet {
    private static final Duration LOOKED_UP = Duration.ofMinutes(1);

    private final DatagramSocket socket;
    private final String host;
    private final int port;
    private @Nullable InetSocketAddress target;
    private long lookedUp;

    DatagramOutlet(String host, int port) throws IOException {
        this.socket = new DatagramSocket();
        this.host = host;
        this.port = port;
    }

    @Override
    public void send(byte[] bytes, int from, int to) throws IOException {
        socket.send(new DatagramPacket(bytes, from, to - from, target()));
    }

    private InetSocketAddress target() throws UnknownHostException {
        InetSocketAddress known = target;
        long now = System.nanoTime();
        if (known != null && now - lookedUp < LOOKED_UP.toNanos()) {
            return known;
        }
        InetSocketAddress found = new InetSocketAddress(host, port);
        if (found.isUnresolved()) {
            throw new UnknownHostException(host + " is no known host");
        }
        target = found;
        lookedUp = now;
        return found;
    }

    @Override
    public void close() {
        socket.close();
    }
}
