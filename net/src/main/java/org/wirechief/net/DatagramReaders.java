package org.wirechief.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Several threads that receive on one Unix or UDP datagram socket and run the handler themselves,
/// as the child processes of `mi_datagram` do (spec mi-text §1): a handler that takes its time
/// delays its own thread only. With one thread, answers come in the order of the requests.
///
/// An answer leaves from the bound socket, sent by the thread that has it; a single reader takes up
/// to 16 datagrams at once and sends its answers to them together. What cannot be sent at once is
/// parked within the [DatagramLimits] and tried again by a thread of
/// its own.
public final class DatagramReaders implements DatagramListener, Drainable {
    /// More would wait for the processors anyway.
    public static final int MOST = 256;

    private final Address address;
    private final ReaderSocket socket;
    private final ReplyDesk desk;
    private final ReaderTurns turns;
    private final List<ReaderThread> readers;
    private final AtomicInteger users;
    private boolean fileRemoved;
    private boolean closed;

    private DatagramReaders(
            Address address, ReaderSocket socket, ReplyDesk desk, ReaderTurns turns, List<ReaderThread> readers) {
        this.address = address;
        this.socket = socket;
        this.desk = desk;
        this.turns = turns;
        this.readers = readers;
        // this object and every reader; the last one closes the socket
        this.users = new AtomicInteger(readers.size() + 1);
    }

    /// Binds a socket and receives from then on. The threads are daemons.
    ///
    /// A Unix path appears with its final mode and owner; a live server's socket and a file that is
    /// not a socket are never removed. A host name is resolved now, to its first IPv4 address.
    ///
    /// @param threadName the name of each reader
    /// @param count how many readers, 1 to [#MOST]
    /// @param address Unix datagram or UDP; UDP port 0 takes a free one, see [#local()]
    /// @param access of the file of a Unix socket
    /// @param handlers gives each reader one of its own
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    /// @throws IllegalArgumentException if the address is no datagram address or the count out of
    ///     range
    public static DatagramReaders open(
            String threadName,
            int count,
            Address address,
            FileAccess access,
            DatagramLimits limits,
            NetCounters counters,
            Supplier<? extends DatagramHandler> handlers)
            throws IOException {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(count + " readers: between 1 and " + MOST + " are possible");
        }
        List<DatagramHandler> each = IntStream.range(0, count)
                .<DatagramHandler>mapToObj(_ -> handlers.get())
                .toList();
        // over UDP nothing waits because of its peer: the own buffer is full, for whoever is next
        DatagramLimits own = address.transport() == Transport.UDP
                ? limits.withParkedPerPeer(limits.parkedInAll(), limits.parkedBytesInAll())
                : limits;
        var parked = new ParkedReplies(own, new ReplyBudget(own), counters.datagrams);
        ReaderSocket socket = ReaderSocket.open(address, count, access, own, counters, parked);
        var desk = new ReplyDesk(
                threadName + " replies",
                address.transport(),
                socket.sender(),
                parked,
                own,
                counters.datagrams,
                each.getFirst()::failed);
        DatagramSource source = socket.source();
        var turns = new ReaderTurns(threadName, source, counters);
        List<ReaderThread> readers = each.stream()
                .map(handler -> new ReaderThread(
                        threadName, turns, source.batch(), limits.maxRequest(), handler, desk, counters.datagrams))
                .toList();
        var all = new DatagramReaders(address, socket, desk, turns, readers);
        desk.start();
        readers.forEach(reader -> reader.start(all::leave));
        return all;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Address local() {
        return socket.server().local();
    }

    @Override
    public boolean isOwn(DatagramPeer peer) {
        return socket.server().isSource(peer);
    }

    @Override
    public boolean isOwn(InetSocketAddress udp) {
        return socket.server().isSource(udp);
    }

    /// Of the first reader.
    @Override
    public long threadId() {
        return readers.getFirst().threadId();
    }

    /// The ids in Linux of the readers.
    public List<Long> threadIds() {
        return readers.stream().map(ReaderThread::threadId).toList();
    }

    /// How long a peer has to take its answers, for those that are parked from now on.
    ///
    /// @throws IllegalArgumentException if [DatagramLimits] do not allow it
    public void changeReplyTimeout(Duration timeout) {
        desk.changeTimeout(timeout);
    }

    @Override
    public void stopReceiving() {
        removeFile();
        turns.end();
    }

    @Override
    public boolean finishReading(Duration timeout) throws InterruptedException {
        if (isReader()) {
            throw new IllegalStateException("draining waits for the readers, so it cannot run on one");
        }
        long end = System.nanoTime() + timeout.toNanos();
        stopReceiving();
        boolean finished = true;
        for (ReaderThread reader : readers) {
            finished &= reader.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        return finished;
    }

    /// Waits for the readers too: what their handlers have begun is answered.
    @Override
    public boolean drain(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        boolean finished = finishReading(timeout);
        finished &= desk.awaitEmpty(Math.max(1, end - System.nanoTime()));
        close();
        return finished;
    }

    @Override
    public void close() {
        stopReceiving();
        desk.close();
        if (!isReader()) {
            readers.forEach(ReaderThread::joinUninterruptibly);
        }
        boolean first;
        synchronized (this) {
            first = !closed;
            closed = true;
        }
        if (first) {
            leave();
        }
    }

    private boolean isReader() {
        return readers.stream().anyMatch(ReaderThread::isCurrent);
    }

    private void leave() {
        if (users.decrementAndGet() == 0) {
            socket.close();
        }
    }

    private synchronized void removeFile() {
        if (!fileRemoved) {
            fileRemoved = true;
            socket.server().removeFile();
        }
    }
}
