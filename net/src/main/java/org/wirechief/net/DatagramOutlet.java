package org.wirechief.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A UDP socket that sends to one host. It is not connected: a receiver that is away must not cost
/// a datagram when it is back.
final class DatagramOutlet implements Outlet {
    private static final Duration LOOKED_UP = Duration.ofMinutes(1);

    /// How long a failed look-up counts: it may take seconds, and others wait.
    private static final Duration FAILED = Duration.ofSeconds(5);

    /// Finds the address of a host, an unresolved one for none.
    @FunctionalInterface
    interface LookUp {
        InetSocketAddress of(String host, int port);
    }

    private final DatagramSocket socket;
    private final String host;
    private final int port;
    private final LookUp lookUp;
    private final LongSupplier nanos;
    private @Nullable InetSocketAddress target;
    private long nextLookUp;

    DatagramOutlet(String host, int port) throws IOException {
        this(host, port, InetSocketAddress::new, System::nanoTime);
    }

    /// @param nanos the time, as [System#nanoTime()] has it
    DatagramOutlet(String host, int port, LookUp lookUp, LongSupplier nanos) throws IOException {
        this.socket = new DatagramSocket();
        this.host = host;
        this.port = port;
        this.lookUp = lookUp;
        this.nanos = nanos;
        this.nextLookUp = nanos.getAsLong();
    }

    @Override
    public void send(byte[] bytes, int from, int to) throws IOException {
        socket.send(new DatagramPacket(bytes, from, to - from, target()));
    }

    private InetSocketAddress target() throws UnknownHostException {
        if (nextLookUp - nanos.getAsLong() <= 0) {
            InetSocketAddress found = lookUp.of(host, port);
            boolean isKnown = !found.isUnresolved();
            target = isKnown ? found : target;
            nextLookUp = nanos.getAsLong() + (isKnown ? LOOKED_UP : FAILED).toNanos();
        }
        InetSocketAddress known = target;
        if (known == null) {
            throw new UnknownHostException(host + " is no known host");
        }
        return known;
    }

    @Override
    public boolean isEnded() {
        return socket.isClosed();
    }

    @Override
    public void close() {
        socket.close();
    }
}
