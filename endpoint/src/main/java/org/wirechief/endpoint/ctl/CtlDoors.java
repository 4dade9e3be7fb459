package org.wirechief.endpoint.ctl;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.endpoint.Together;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.endpoint.calls.Draining;
import org.wirechief.net.Address;
import org.wirechief.net.ConnectionBudget;
import org.wirechief.net.DatagramLimits;
import org.wirechief.net.DatagramListener;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.DatagramReaders;
import org.wirechief.net.Drainable;
import org.wirechief.net.EventLoop;
import org.wirechief.net.FifoLimits;
import org.wirechief.net.FifoListener;
import org.wirechief.net.NetCounters;
import org.wirechief.net.StreamListener;
import org.wirechief.net.TimeLeft;

/// The open doors of one `ctl`: streams on one loop, datagrams and FIFOs on a thread each. Opened
/// and closed by one thread; everything else may be asked from any.
final class CtlDoors {
    private final EventLoop loop;
    private final ConnectionBudget budget;
    private final NetCounters traffic;
    /// Connections are listed with what is spoken on them.
    private record Streams(String payload, StreamListener listener) {}

    private volatile List<Streams> streams = List.of();
    private volatile List<DatagramListener> datagrams = List.of();
    private volatile List<FifoListener> fifos = List.of();
    private volatile List<Door> inOrder = List.of();

    /// @param failed is told why the loop has ended, when it was not closed
    CtlDoors(int maxConnections, NetCounters traffic, Consumer<? super Throwable> failed) throws IOException {
        loop = EventLoop.watched("ctl handler", failed);
        budget = new ConnectionBudget(maxConnections);
        this.traffic = traffic;
    }

    EventLoop loop() {
        return loop;
    }

    /// Opens one more door. Doors are listed in the order they were opened.
    void open(Address address, CtlParameters parameters, Handlers handlers) throws IOException {
        Door door = switch (address.transport()) {
            case UNIX_STREAM, TCP -> {
                StreamListener listener = StreamListener.open(
                        loop, address, parameters.file(), parameters.limits(), budget, traffic, handlers.stream());
                streams = and(streams, new Streams(handlers.payload(), listener));
                yield CtlText.door(handlers.payload(), listener);
            }
            case UNIX_DATAGRAM, UDP -> {
                DatagramReaders reader = DatagramReaders.one(threadName(address), handlers.datagram());
                DatagramListener listener =
                        DatagramListener.open(reader, address, parameters.file(), DatagramLimits.DEFAULT, traffic);
                datagrams = and(datagrams, listener);
                yield CtlText.door(handlers.payload(), listener);
            }
            case FIFO -> {
                FifoListener listener = FifoListener.open(
                        "ctl fifo handler", address, parameters.file(), FifoLimits.DEFAULT, traffic, handlers.pipe());
                fifos = and(fifos, listener);
                yield CtlText.door(handlers.payload(), listener);
            }
        };
        inOrder = and(inOrder, door);
    }

    private static String threadName(Address datagrams) {
        return "ctl " + datagrams.transport().scheme() + " handler";
    }

    private static <T> List<T> and(List<T> some, T one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }

    /// Whether a datagram came from one of these doors.
    boolean isOwn(DatagramPeer peer) {
        for (DatagramListener listener : datagrams) {
            if (listener.isOwn(peer)) {
                return true;
            }
        }
        return false;
    }

    /// Where the datagram door of that address really is; null until it is open.
    @Nullable
    Address local(Address asked) {
        return datagrams.stream()
                .filter(listener -> listener.address().equals(asked))
                .map(DatagramListener::local)
                .findFirst()
                .orElse(null);
    }

    /// Whether an address is that of one of the UDP doors.
    boolean isOwn(InetSocketAddress address) {
        for (DatagramListener listener : datagrams) {
            if (listener.isOwn(address)) {
                return true;
            }
        }
        return false;
    }

    /// Limits of connections hold for those accepted from now on.
    void change(CtlParameters changed) {
        budget.changeMax(changed.maxConnections());
        streams.forEach(open -> open.listener.changeLimits(changed.limits()));
    }

    /// Takes nothing new, and lets what was taken be answered: all doors together, so that one that
    /// waits for its last answer does not leave the others open.
    void drain(Duration limit, BlockingCalls blocking) throws InterruptedException {
        TimeLeft left = TimeLeft.of(limit);
        datagrams.forEach(DatagramListener::stopReceiving);
        fifos.forEach(FifoListener::stopReceiving);
        Together.run(streams.stream()
                .map(Streams::listener)
                .map(listener -> Draining.told(listener.address(), () -> listener.drain(left.now()))));
        Draining.of(Stream.<Drainable>concat(datagrams.stream(), fifos.stream()).toList(), blocking, left);
    }

    /// Makes the FIFOs anew.
    void reopen() {
        fifos.forEach(FifoListener::reopen);
    }

    void close() {
        streams.forEach(open -> open.listener.close());
        datagrams.forEach(DatagramListener::close);
        fifos.forEach(FifoListener::close);
        loop.close();
    }

    List<Door> doors() {
        return inOrder;
    }

    /// In the order they were accepted (spec ctl §12).
    List<Caller> callers() {
        return streams.stream()
                .flatMap(open -> open.listener.connections().stream().map(c -> CtlText.caller(open.payload, c)))
                .sorted(Comparator.comparingLong(Caller::id))
                .toList();
    }

    List<ServiceThread> threads() {
        List<ServiceThread> threads = new ArrayList<>();
        threads.add(new ServiceThread("ctl handler", loop.threadId()));
        for (DatagramListener listener : datagrams) {
            threads.add(new ServiceThread(threadName(listener.address()), listener.threadId()));
        }
        fifos.forEach(fifo -> threads.add(new ServiceThread("ctl fifo handler", fifo.threadId())));
        return threads;
    }
}
