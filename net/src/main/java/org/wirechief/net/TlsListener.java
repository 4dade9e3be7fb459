package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;

/// Accepts TLS connections on a TCP address and serves each on a virtual thread of its own: for
/// tools that take connections and answer nothing. All methods may be called from any thread.
public final class TlsListener implements AutoCloseable {
    /// How long a peer may be silent until the connection is safe.
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(TlsListener.class.getPackageName());

    private final StreamServerSocket socket;
    private final TlsKeys keys;
    private final ConnectionBudget budget;
    private final NetCounters counters;
    private final TlsHandler handler;
    private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("tls ", 0).factory());
    private final CountDownLatch closed = new CountDownLatch(1);

    private TlsListener(
            StreamServerSocket socket,
            TlsKeys keys,
            ConnectionBudget budget,
            NetCounters counters,
            TlsHandler handler) {
        this.socket = socket;
        this.keys = keys;
        this.budget = budget;
        this.counters = counters;
        this.handler = handler;
    }

    /// Binds the address and accepts from then on.
    ///
    /// @param address TCP; port 0 takes a free one, see [#local()]
    /// @param budget shared with the listeners that count together
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    /// @throws IllegalArgumentException if the address is not TCP
    public static TlsListener open(
            Address address, TlsKeys keys, ConnectionBudget budget, NetCounters counters, TlsHandler handler)
            throws IOException {
        if (address.transport() != Transport.TCP) {
            throw new IllegalArgumentException(address + " is not TCP, which TLS needs");
        }
        StreamServerSocket socket = bound(address);
        try {
            socket.channel().configureBlocking(true);
            TlsListener listener = new TlsListener(socket, keys, budget, counters, handler);
            listener.threads.execute(listener::accept);
            return listener;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static StreamServerSocket bound(Address address) throws IOException {
        try {
            return StreamServerSocket.open(address, FileAccess.PRIVATE);
        } catch (BindException e) {
            throw BindFailure.renamed(e, address, named(address));
        }
    }

    /// What people call a TCP address over which TLS is spoken, `tls:127.0.0.1:9060`.
    public static String named(Address address) {
        return "tls" + address.toString().substring(address.transport().scheme().length());
    }

    /// The address with the numeric host and the port it is bound to.
    public Address local() {
        return socket.local();
    }

    private void accept() {
        Backoff backoff = new Backoff(
                counters.acceptErrors,
                e -> LOG.log(System.Logger.Level.DEBUG, "accepting on {0} failed: {1}", local(), e.getMessage()),
                closed);
        while (!isClosed()) {
            try {
                admit(socket.channel().accept());
                backoff.worked();
            } catch (IOException e) {
                if (!isClosed()) {
                    backoff.failed(e);
                }
            }
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void admit(SocketChannel channel) throws IOException {
        if (!budget.take()) {
            counters.refusedOverLimit.increment();
            channel.close();
            return;
        }
        counters.accepted.increment();
        connections.add(channel);
        threads.execute(() -> connected(channel));
    }

    private void connected(SocketChannel channel) {
        try (channel) {
            if (!isClosed()) {
                serve(channel);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection of {0} ended: {1}", local(), e.getMessage());
        } finally {
            connections.remove(channel);
            budget.giveBack();
            counters.closed.increment();
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
        channel.socket().setKeepAlive(true);
        channel.socket().setSoTimeout(Math.toIntExact(HANDSHAKE.toMillis()));
        try (SSLSocket secure = keys.over(channel.socket())) {
            secure.startHandshake();
            secure.setSoTimeout(0);
            handler.serve(Address.tcp(remote.getAddress().getHostAddress(), remote.getPort()), secure.getInputStream());
        }
    }

    /// Closes the door and every connection, and waits until all were served. Calling again does
    /// nothing.
    @Override
    public void close() {
        closed.countDown();
        socket.close();
        for (SocketChannel channel : connections) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "closing a connection failed", e);
            }
        }
        threads.close();
    }
}
