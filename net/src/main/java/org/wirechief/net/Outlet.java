package org.wirechief.net;

import java.io.IOException;
import java.time.Duration;

/// A way for bytes to one place, from which nothing is expected back. Calls block, so it belongs to
/// a thread of its own; only [#close()] may be called from another, and wakes it.
public sealed interface Outlet extends AutoCloseable permits DatagramOutlet, StreamOutlet {

    /// A UDP socket that sends there, from one port. The host is looked up when something is sent,
    /// and again after a minute, or after some seconds where that failed; meanwhile the address
    /// that was known serves.
    static Outlet udp(String host, int port) throws IOException {
        return new DatagramOutlet(host, port);
    }

    /// A TCP connection. What comes back is thrown away.
    ///
    /// @param timeout for each address of the host
    /// @throws IOException when nobody can be reached there
    static Outlet tcp(String host, int port, Duration timeout) throws IOException {
        return StreamOutlet.connect(host, port, null, timeout);
    }

    /// A TLS connection, to a server whose certificate names the host and is trusted.
    ///
    /// @param timeout for each address of the host, and for each step of the handshake
    /// @throws IOException when nobody can be reached there or the certificate is not trusted
    static Outlet tls(String host, int port, TlsTrust trust, Duration timeout) throws IOException {
        return StreamOutlet.connect(host, port, trust, timeout);
    }

    /// Sends a datagram, or further bytes of the stream, and returns when the system has them.
    ///
    /// @param from first byte, inclusive
    /// @param to last byte, exclusive
    /// @throws IOException if it could not; a stream is of no use then
    void send(byte[] bytes, int from, int to) throws IOException;

    /// Whether the other side has ended it, or it was closed: what is sent now may be lost.
    boolean isEnded();

    /// Closes it; calling again does nothing.
    @Override
    void close();
}
