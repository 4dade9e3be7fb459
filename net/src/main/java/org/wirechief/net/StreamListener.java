package org.wirechief.net;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Accepts connections on one TCP or Unix stream address and gives their bytes to a
/// [StreamHandler]. All methods may be called from any thread.
public final class StreamListener implements AutoCloseable {
    private final EventLoop loop;
    private final Address address;
    private volatile StreamLimits limits;
    private final ConnectionBudget budget;
    private final NetCounters counters;
    private final StreamHandler handler;
    private final StreamServerSocket socket;
    private final Acceptor acceptor;
    private final ConcurrentSkipListMap<Long, StreamConnection> connections = new ConcurrentSkipListMap<>();
    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile boolean draining;

    private StreamListener(
            EventLoop loop,
            Address address,
            StreamLimits limits,
            ConnectionBudget budget,
            NetCounters counters,
            StreamHandler handler,
            StreamServerSocket socket) {
        this.loop = loop;
        this.address = address;
        this.limits = limits;
        this.budget = budget;
        this.counters = counters;
        this.handler = handler;
        this.socket = socket;
        this.acceptor = new Acceptor(loop, socket, budget, counters, this::take);
    }

    /// Binds the address and accepts from then on.
    ///
    /// A host name is resolved now, to its first IPv4 address. A Unix path appears with its final
    /// mode and owner; a live server's socket and a file that is not a socket are never removed.
    ///
    /// @param address TCP or Unix stream; TCP port 0 takes a free one, see [#local()]
    /// @param access for a Unix path; TCP ignores it
    /// @param budget shared with the listeners that count together
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    /// @throws IOException if the loop has ended
    /// @throws IllegalArgumentException if the address is no stream
    public static StreamListener open(
            EventLoop loop,
            Address address,
            FileAccess access,
            StreamLimits limits,
            ConnectionBudget budget,
            NetCounters counters,
            StreamHandler handler)
            throws IOException {
        var socket = StreamServerSocket.open(address, access);
        try {
            var listener = new StreamListener(loop, address, limits, budget, counters, handler, socket);
            return loop.call(() -> {
                listener.acceptor.start();
                return listener;
            });
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /// The address as it was configured.
    public Address address() {
        return address;
    }

    /// The address with the numeric host and the port it is bound to, `0.0.0.0` for `*`.
    public Address local() {
        return socket.local();
    }

    /// The socket's address: [java.net.InetSocketAddress], or
    /// [java.net.UnixDomainSocketAddress] with the configured path.
    public SocketAddress bound() {
        return socket.bound();
    }

    /// Other limits, for the connections that are accepted from now on.
    public void changeLimits(StreamLimits changed) {
        limits = changed;
    }

    /// The connections there are now, in the order of acceptance.
    public List<StreamConnection> connections() {
        return List.copyOf(connections.values());
    }

    /// Closes the door: no new connection, the own socket file is removed. Connections go on.
    /// Called on the loop, the system may take connections into its backlog until the call's turn
    /// ends.
    public void stopAccepting() {
        onLoop(acceptor::stop);
    }

    /// Closes the door, starts no further request, lets running ones finish and sends what is
    /// queued, each connection closing when it is done; then closes what is left. Not on the loop.
    ///
    /// @param timeout how long to wait at most
    /// @return whether everything was finished in time
    /// @throws IllegalStateException on the loop's own thread
    public boolean drain(Duration timeout) throws InterruptedException {
        if (loop.inLoop()) {
            throw new IllegalStateException("draining waits for the loop, so it cannot run on it");
        }
        onLoop(() -> {
            acceptor.stop();
            draining = true;
            connections.values().forEach(StreamConnection::drain);
            countDrained();
        });
        boolean finished = drained.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
        close();
        return finished;
    }

    /// Closes the door and every connection now.
    @Override
    public void close() {
        onLoop(() -> {
            acceptor.stop();
            draining = true;
            connections.values().forEach(StreamConnection::close);
            countDrained();
        });
    }

    EventLoop loop() {
        return loop;
    }

    StreamLimits limits() {
        return limits;
    }

    NetCounters counters() {
        return counters;
    }

    StreamHandler handler() {
        return handler;
    }

    boolean isDraining() {
        return draining;
    }

    void ended(StreamConnection connection) {
        connections.remove(connection.id());
        budget.giveBack();
        counters.closed.increment();
        loop.execute(() -> handler.closed(connection));
        countDrained();
    }

    private void take(SocketChannel channel, Peer peer) throws IOException {
        var connection = new StreamConnection(this, channel, peer, budget.nextId());
        connections.put(connection.id(), connection);
        connection.opened();
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

    private void countDrained() {
        if (draining && connections.isEmpty()) {
            drained.countDown();
        }
    }
}
