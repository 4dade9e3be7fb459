package org.wirechief.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
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
    /// This object and every reader; the last one closes the socket.
    private final AtomicInteger users = new AtomicInteger(1);

    private boolean fileRemoved;
    private boolean closed;

    private DatagramReaders(
            Address address, ReaderSocket socket, ReplyDesk desk, ReaderTurns turns, List<ReaderThread> readers) {
        this.address = address;
        this.socket = socket;
        this.desk = desk;
        this.turns = turns;
        this.readers = readers;
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
        var threads = Thread.ofPlatform().daemon().name(threadName).factory();
        return open(threads, threadName, count, address, access, limits, counters, handlers);
    }

    /// @param threads makes the readers' threads
    static DatagramReaders open(
            ThreadFactory threads,
            String threadName,
            int count,
            Address address,
            FileAccess access,
            DatagramLimits limits,
            NetCounters counters,
            Supplier<? extends DatagramHandler> handlers)
            throws IOException {
        List<DatagramHandler> each = each(count, handlers);
        // over UDP nothing waits because of its peer: the own buffer is full, for whoever is next
        DatagramLimits own = address.transport() == Transport.UDP
                ? limits.withParkedPerPeer(limits.parkedInAll(), limits.parkedBytesInAll())
                : limits;
        var parked = new ParkedReplies(own, new ReplyBudget(own), counters.datagrams);
        ReaderSocket socket = ReaderSocket.open(address, count, access, own, counters, parked);
        DatagramReaders all;
        try {
            var desk = new ReplyDesk(
                    threadName + " replies",
                    address.transport(),
                    socket.sender(),
                    parked,
                    own,
                    counters.datagrams,
                    each.getFirst()::failed);
            var turns = new ReaderTurns(threadName, socket.source(), counters);
            List<ReaderThread> readers = each.stream()
                    .map(handler -> new ReaderThread(
                            threads,
                            turns,
                            socket.source().batch(),
                            limits.maxRequest(),
                            handler,
                            desk,
                            counters.datagrams))
                    .toList();
            all = new DatagramReaders(address, socket, desk, turns, readers);
        } catch (Throwable t) {
            socket.server().removeFile();
            socket.close();
            throw t;
        }
        all.start();
        return all;
    }

    private static List<DatagramHandler> each(int count, Supplier<? extends DatagramHandler> handlers) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(count + " readers: between 1 and " + MOST + " are possible");
        }
        return IntStream.range(0, count)
                .<DatagramHandler>mapToObj(_ -> handlers.get())
                .toList();
    }

    private void start() {
        try {
            desk.start();
            for (ReaderThread reader : readers) {
                users.incrementAndGet();
                reader.start(this::leave);
            }
        } catch (Throwable t) {
            close();
            throw t;
        }
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
