package org.wirechief.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Takes the connections of one listening socket, within the budget. Loop thread only.
final class Acceptor implements LoopChannel {

    /// Gets what was accepted: non-blocking, options set.
    interface Taker {
        void take(SocketChannel channel, Peer peer) throws IOException;
    }

    /// How long accepting rests after an error: without a free file descriptor the selector would
    /// report the waiting connection again and again.
    private static final Duration PAUSE = Duration.ofMillis(100);

    /// Connections taken in a row before others get their turn.
    private static final int BURST = 64;

    /// IPTOS_LOWDELAY (spec ctl §6).
    private static final int LOW_DELAY = 0x10;

    private static final System.Logger LOG = System.getLogger(Acceptor.class.getPackageName());

    private final EventLoop loop;
    private final StreamServerSocket socket;
    private final ConnectionBudget budget;
    private final NetCounters counters;
    private final Taker taker;
    private @Nullable SelectionKey key;
    private @Nullable LoopTimer rest;
    private boolean failing;

    Acceptor(EventLoop loop, StreamServerSocket socket, ConnectionBudget budget, NetCounters counters, Taker taker) {
        this.loop = loop;
        this.socket = socket;
        this.budget = budget;
        this.counters = counters;
        this.taker = taker;
    }

    void start() throws IOException {
        key = loop.register(socket.channel(), SelectionKey.OP_ACCEPT, this);
    }

    /// Closes the listening socket and removes its file. Calling again does nothing.
    void stop() {
        if (rest != null) {
            rest.cancel();
        }
        socket.close();
    }

    @Override
    public void ready(int ops) {
        for (int i = 0; i < BURST; i++) {
            try {
                SocketChannel channel = socket.channel().accept();
                if (channel == null) {
                    return;
                }
                failing = false;
                admit(channel);
            } catch (IOException | RuntimeException e) {
                // the JDK throws the latter for a peer whose path its locale cannot spell
                pause(e);
                return;
            }
        }
    }

    @Override
    public void loopEnded() {
        stop();
    }

    private void admit(SocketChannel channel) {
        if (!budget.take()) {
            counters.refusedOverLimit.increment();
            discard(channel);
            return;
        }
        try {
            channel.configureBlocking(false);
            taker.take(channel, socket.local().transport() == Transport.TCP ? tcpPeer(channel) : unixPeer(channel));
            counters.accepted.increment();
        } catch (IOException | RuntimeException e) {
            // gone again before it was set up: nobody else is concerned
            counters.acceptErrors.increment();
            budget.giveBack();
            discard(channel);
        }
    }

    private static Peer tcpPeer(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.IP_TOS, LOW_DELAY);
        // a peer that vanished must not hold its place in the budget for ever
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        var remote = (InetSocketAddress) channel.getRemoteAddress();
        var inet = remote.getAddress();
        return new Peer(Transport.TCP, inet.getHostAddress(), remote.getPort(), inet);
    }

    private static Peer unixPeer(SocketChannel channel) throws IOException {
        return new Peer(Transport.UNIX_STREAM, String.valueOf(channel.getRemoteAddress()), 0, null);
    }

    private void pause(Exception cause) {
        counters.acceptErrors.increment();
        if (!failing) {
            failing = true;
            LOG.log(System.Logger.Level.WARNING, "accepting on {0} failed: {1}", socket.local(), cause.getMessage());
        }
        interest(0);
        rest = loop.schedule(PAUSE, () -> interest(SelectionKey.OP_ACCEPT));
    }

    private void interest(int ops) {
        if (key != null && key.isValid()) {
            key.interestOps(ops);
        }
    }

    private static void discard(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing a refused connection failed", e);
        }
    }
}
