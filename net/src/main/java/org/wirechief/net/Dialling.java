package org.wirechief.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Brings a client's channel to its server, in non-blocking mode.
final class Dialling {
    private static final int BACKLOG_RETRY_MILLIS = 10;

    /// Room for what a server sends before this program gets to reading: Kamailio loses a part of
    /// an answer that it has to wait with (spec ctl §15).
    private static final int TCP_WINDOW = 4 << 20;

    private Dialling() {}

    static SocketChannel connect(Address address, Deadline deadline) throws IOException {
        return switch (address.transport()) {
            case TCP -> tcp(address, deadline);
            case UNIX_STREAM -> unix(address, deadline);
            case UNIX_DATAGRAM, UDP, FIFO ->
                throw new IllegalArgumentException(address + " is no stream; allowed are tcp and unixs");
        };
    }

    private static SocketChannel tcp(Address address, Deadline deadline) throws IOException {
        IOException last = new UnknownHostException("no address");
        for (InetAddress host : hosts(address)) {
            try {
                return tcp(new InetSocketAddress(host, address.port()), deadline);
            } catch (SocketTimeoutException e) {
                throw timedOut(address, e);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (ConnectException e) {
                last = failure(address, e.getMessage() + "; is the server running, and is it the right port?", e);
            } catch (IOException e) {
                last = failure(address, String.valueOf(e.getMessage()), e);
            }
        }
        throw last;
    }

    private static SocketChannel tcp(InetSocketAddress target, Deadline deadline) throws IOException {
        var channel = SocketChannel.open();
        try (var connected = new ChannelWait(channel, SelectionKey.OP_CONNECT)) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // before connecting, or the window could not grow to it; the system may allow less
            channel.setOption(StandardSocketOptions.SO_RCVBUF, TCP_WINDOW);
            if (!channel.connect(target)) {
                do {
                    connected.await(deadline);
                } while (!channel.finishConnect());
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// A Unix socket connects at once or not at all; with a full backlog it says "try again".
    private static SocketChannel unix(Address address, Deadline deadline) throws IOException {
        Path path = path(address);
        while (true) {
            var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.configureBlocking(false);
                if (channel.connect(UnixDomainSocketAddress.of(path))) {
                    return channel;
                }
                channel.close();
            } catch (ConnectException e) {
                channel.close();
                throw failure(address, "nobody answers there; is the server running?", e);
            } catch (IOException e) {
                channel.close();
                requireFullBacklog(address, path, e);
            }
            pause(address, deadline);
        }
    }

    /// The JDK throws the same for every reason; only a path that could be connected to is worth
    /// another try.
    private static void requireFullBacklog(Address address, Path path, IOException e) throws IOException {
        if (!Files.exists(path)) {
            throw failure(address, "there is no such file; is the server running?", e);
        }
        if (!Files.isWritable(path)) {
            throw failure(address, "permission denied for " + BindFailure.self(), e);
        }
        if (!String.valueOf(e.getMessage()).contains("temporarily unavailable")) {
            throw failure(address, String.valueOf(e.getMessage()), e);
        }
    }

    private static void pause(Address address, Deadline deadline) throws IOException {
        if (deadline.isOver()) {
            throw timedOut(address, new SocketTimeoutException("the server accepts nobody"));
        }
        try {
            Thread.sleep(BACKLOG_RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while connecting to " + address);
        }
    }

    /// Whom to try to connect to, in the resolver's order.
    ///
    /// @throws IllegalArgumentException if host or port are missing
    static InetAddress[] hosts(Address address) throws IOException {
        if (address.isWildcard() || address.port() == 0) {
            throw new IllegalArgumentException(address + " cannot be connected to; write a host and a port");
        }
        return resolved(address);
    }

    static InetAddress[] resolved(Address address) throws IOException {
        try {
            return InetAddress.getAllByName(address.name());
        } catch (UnknownHostException e) {
            throw failure(address, "the host name " + address.name() + " cannot be resolved", e);
        }
    }

    static Path path(Address address) throws IOException {
        try {
            return Path.of(address.name());
        } catch (InvalidPathException e) {
            throw failure(address, "the path is not valid: " + e.getReason(), e);
        }
    }

    static ConnectException failure(Address address, String why, Exception cause) {
        var failure = new ConnectException("cannot connect to " + address + ": " + why);
        failure.initCause(cause);
        return failure;
    }

    static IOException cutOff(Address address, int room) {
        return new IOException(
                "a datagram from " + address + " is longer than " + room + " bytes and was lost; make more room");
    }

    private static IOException timedOut(Address address, SocketTimeoutException cause) {
        var failure = new SocketTimeoutException("cannot connect to " + address + " in time: " + cause.getMessage());
        failure.initCause(cause);
        return failure;
    }
}
