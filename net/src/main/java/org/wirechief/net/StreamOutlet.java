package org.wirechief.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A connection that is written to. Two virtual threads go with it: one reads what comes back, so
/// that the end of the other side is noticed before something is written into nothing, one ends a
/// write that does not end.
final class StreamOutlet implements Outlet {
    /// How long the other side may take nothing before the connection is given up.
    private static final Duration STALL = Duration.ofSeconds(30);

    private static final int DISCARDED = 4096;

    /// Closed without a farewell, which could wait for a write that does not end.
    private final Socket plain;

    private final Socket socket;
    private final StallWatch writes = new StallWatch(STALL, this::close);
    private volatile boolean ended;

    private StreamOutlet(Socket plain, Socket socket) {
        this.plain = plain;
        this.socket = socket;
    }

    static StreamOutlet connect(String host, int port, @Nullable TlsTrust trust, Duration timeout) throws IOException {
        IOException last = new IOException(host + " has no address");
        for (InetAddress address : InetAddress.getAllByName(host)) {
            Socket plain = new Socket();
            try {
                plain.connect(new InetSocketAddress(address, port), Math.toIntExact(timeout.toMillis()));
                plain.setKeepAlive(true);
                Socket socket = trust == null ? plain : secured(plain, host, port, trust, timeout);
                return new StreamOutlet(plain, socket).watched();
            } catch (IOException e) {
                plain.close();
                last = e;
            }
        }
        throw last;
    }

    private static Socket secured(Socket plain, String host, int port, TlsTrust trust, Duration timeout)
            throws IOException {
        plain.setSoTimeout(Math.toIntExact(timeout.toMillis()));
        SSLSocket secure = (SSLSocket) trust.sockets().createSocket(plain, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        plain.setSoTimeout(0);
        return secure;
    }

    private StreamOutlet watched() throws IOException {
        InputStream in = socket.getInputStream();
        Thread.ofVirtual().name("outlet reader").start(() -> discard(in));
        writes.start();
        return this;
    }

    private void discard(InputStream in) {
        byte[] discarded = new byte[DISCARDED];
        try {
            while (in.read(discarded) >= 0) {
                // nothing is expected
            }
        } catch (IOException e) {
            close();
        } finally {
            ended = true;
        }
    }

    @Override
    public void send(byte[] bytes, int from, int to) throws IOException {
        if (plain.isClosed()) {
            throw new IOException("the connection was closed");
        }
        writes.begin();
        try {
            socket.getOutputStream().write(bytes, from, to - from);
        } finally {
            writes.end();
        }
    }

    /// A side that has ended its own half may still read, so nothing is cut off here.
    @Override
    public boolean isEnded() {
        return ended || plain.isClosed();
    }

    @Override
    public void close() {
        writes.stop();
        try {
            plain.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a socket that cannot be closed", e);
        }
    }
}
