package org.wirechief.cli.hep;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.net.Address;
import org.wirechief.net.ConnectionBudget;
import org.wirechief.net.DatagramHandler;
import org.wirechief.net.DatagramInbox;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.DatagramReplies;
import org.wirechief.net.EventLoop;
import org.wirechief.net.FileAccess;
import org.wirechief.net.NetCounters;
import org.wirechief.net.StreamConnection;
import org.wirechief.net.StreamHandler;
import org.wirechief.net.StreamLimits;
import org.wirechief.net.StreamListener;
import org.wirechief.net.TlsKeys;
import org.wirechief.net.TlsListener;
import org.wirechief.net.Transport;
import org.wirechief.wire.hep.HepFrame;
import org.wirechief.wire.hep.HepPacket;

/// Takes HEP packets over UDP, TCP and TLS and hands them on.
///
/// ```java
/// try (var collector = HepCollector.open(List.of(Address.udp("127.0.0.1", 0)), packets::add)) {
///     ... collector.addresses() ...
/// }
/// ```
///
/// Whoever gets the packets is called for one after the other. While it is busy nothing is read:
/// TCP senders wait, and what the system cannot keep of UDP is lost, and counted. It holds a packet
/// a connection at most, and has at most [#MAX_CONNECTIONS] of them; further ones are closed at
/// once. A packet that cannot be read is counted, and one that does not say where it ends closes
/// its connection. All methods may be called from any thread.
public final class HepCollector implements AutoCloseable {
    /// How many connections there may be.
    public static final int MAX_CONNECTIONS = 256;

    /// Bytes a compressed payload may become.
    public static final int MAX_CONTENT = 1024 * 1024;

    /// One more than the longest packet, which is whole before this is full.
    private static final StreamLimits LIMITS = StreamLimits.DEFAULT.withMaxRequest(HepPacket.MAX_LENGTH + 1);

    private final EventLoop loop;
    private final Consumer<? super Captured> sink;
    private final Consumer<? super Throwable> onFailure;
    private final NetCounters counters = new NetCounters();
    private final ConnectionBudget budget = new ConnectionBudget(MAX_CONNECTIONS);
    private final ReentrantLock turn = new ReentrantLock();
    private final LongAdder packets = new LongAdder();
    private final LongAdder malformed = new LongAdder();
    private final List<StreamListener> streams = new CopyOnWriteArrayList<>();
    private final List<TlsListener> secured = new CopyOnWriteArrayList<>();
    private final List<DatagramInbox> datagrams = new CopyOnWriteArrayList<>();

    /// The system forgets what it dropped with the sockets; below 0 they are open.
    private volatile long lostAtClose = -1;

    private HepCollector(EventLoop loop, Consumer<? super Captured> sink, Consumer<? super Throwable> onFailure) {
        this.loop = loop;
        this.sink = sink;
        this.onFailure = onFailure;
    }

    /// Listens from now on.
    ///
    /// @param addresses of UDP and TCP; port 0 takes a free one
    /// @param sink gets the packets, one at a time; must not throw
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    /// @throws IllegalArgumentException for an address of another kind
    public static HepCollector open(List<Address> addresses, Consumer<? super Captured> sink) throws IOException {
        return open(addresses, sink, _ -> {});
    }

    /// As [#open(List, Consumer)].
    ///
    /// @param onFailure is told when a door has failed after it was opened, so that nothing more
    ///     comes there; on any thread
    public static HepCollector open(
            List<Address> addresses, Consumer<? super Captured> sink, Consumer<? super Throwable> onFailure)
            throws IOException {
        HepCollector collector = new HepCollector(EventLoop.watched("hep collector", onFailure), sink, onFailure);
        try {
            for (Address address : addresses) {
                collector.listen(address);
            }
            return collector;
        } catch (IOException | RuntimeException e) {
            collector.close();
            throw e;
        }
    }

    private void listen(Address address) throws IOException {
        if (address.transport() == Transport.TCP) {
            streams.add(StreamListener.open(
                    loop, address, FileAccess.PRIVATE, LIMITS, budget, counters, new Connections()));
        } else {
            datagrams.add(DatagramInbox.at("hep datagrams", address, FileAccess.PRIVATE, new Datagrams()));
        }
    }

    /// Listens for TLS too, from now on.
    ///
    /// @param address of TCP; port 0 takes a free one
    /// @return the same with the port it really has
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    public Address listen(Address address, TlsKeys keys) throws IOException {
        TlsListener listener = TlsListener.open(address, keys, budget, counters, this::secured);
        secured.add(listener);
        return listener.local();
    }

    /// Where it listens without TLS, with the ports it really has: UDP, then TCP.
    public List<Address> addresses() {
        return Stream.concat(
                        datagrams.stream().map(DatagramInbox::local),
                        streams.stream().map(StreamListener::local))
                .toList();
    }

    public HepCounts counts() {
        long atClose = lostAtClose;
        return new HepCounts(
                packets.sum(), malformed.sum(), atClose < 0 ? lost() : atClose, counters.refusedOverLimit.sum());
    }

    private long lost() {
        return datagrams.stream()
                .mapToLong(inbox -> inbox.overflown().orElse(0))
                .sum();
    }

    /// Closes every door and connection; no packet is handed on after that.
    @Override
    public void close() {
        if (lostAtClose < 0) {
            lostAtClose = lost();
        }
        datagrams.forEach(DatagramInbox::close);
        secured.forEach(TlsListener::close);
        streams.forEach(StreamListener::close);
        loop.close();
    }

    private void take(String sender, byte[] bytes, int from, int to) {
        Captured captured;
        try {
            HepPacket packet = HepPacket.read(bytes, from, to);
            Octets content = packet.content(MAX_CONTENT);
            captured = new Captured(sender, packet, content);
        } catch (ProtocolError e) {
            malformed.increment();
            return;
        }
        turn.lock();
        try {
            packets.increment();
            sink.accept(captured);
        } finally {
            turn.unlock();
        }
    }

    /// Takes all whole packets.
    ///
    /// @return where the first begins that is not whole
    /// @throws ProtocolError when nobody can tell where the next one begins; counted
    private int takeAll(String sender, byte[] bytes, int from, int to) throws ProtocolError {
        int at = from;
        try {
            for (int length = HepFrame.length(bytes, at, to); length > 0; length = HepFrame.length(bytes, at, to)) {
                take(sender, bytes, at, at + length);
                at += length;
            }
        } catch (ProtocolError e) {
            malformed.increment();
            throw e;
        }
        return at;
    }

    /// A connection over TLS, from its beginning to its end.
    private void secured(Address peer, InputStream in) throws IOException {
        String sender = TlsListener.named(peer);
        byte[] bytes = new byte[LIMITS.maxRequest()];
        int half = 0;
        try {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes, half, bytes.length - half)) {
                int to = half + n;
                int used = takeAll(sender, bytes, 0, to);
                half = to - used;
                System.arraycopy(bytes, used, bytes, 0, half);
            }
        } catch (ProtocolError e) {
            half = 0;
        } finally {
            if (half > 0) {
                malformed.increment();
            }
        }
    }

    private final class Datagrams implements DatagramHandler {
        @Override
        public void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
            take(Address.udp(peer.address(), peer.port()).toString(), bytes, from, to);
        }

        @Override
        public void failed(Throwable cause) {
            onFailure.accept(cause);
        }
    }

    /// A connection has something attached while a packet is half there.
    private final class Connections implements StreamHandler {
        private static final Object HALF = new Object();

        @Override
        public int received(StreamConnection connection, byte[] bytes, int from, int to) {
            String sender = Address.tcp(
                            connection.peer().address(), connection.peer().port())
                    .toString();
            connection.attach(null);
            int at;
            try {
                at = takeAll(sender, bytes, from, to);
            } catch (ProtocolError e) {
                connection.close();
                return to - from;
            }
            if (at < to) {
                connection.attach(HALF);
            }
            return at - from;
        }

        @Override
        public void closed(StreamConnection connection) {
            if (connection.attachment() != null) {
                malformed.increment();
            }
        }
    }
}
