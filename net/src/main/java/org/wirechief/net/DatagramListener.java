package org.wirechief.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Receives datagrams on one Unix or UDP address, gives them to a [DatagramHandler] and sends the
/// answers. All methods may be called from any thread.
///
/// One thread or several receive, its readers, and run the handler themselves, as the child
/// processes of `mi_datagram` do (spec mi-text §1): a handler that takes its time delays its own
/// thread only. With one thread, answers come in the order of the requests.
///
/// An answer leaves from the bound socket, sent by the thread that has it; a single reader takes up
/// to 16 datagrams at once and sends its answers to them together. What cannot be sent at once is
/// parked within the [DatagramLimits] and tried again by a thread of its own.
public final class DatagramListener implements AutoCloseable, Drainable {
    private final Address address;
    private final ReaderSocket socket;
    private final ReplyDesk desk;
    private final ReaderTurns turns;
    private final List<ReaderThread> readers;
    /// This object and every reader; the last one closes the socket.
    private final AtomicInteger users = new AtomicInteger(1);

    private boolean fileRemoved;
    private boolean closed;

    private DatagramListener(
            Address address, ReaderSocket socket, ReplyDesk desk, ReaderTurns turns, List<ReaderThread> readers) {
        this.address = address;
        this.socket = socket;
        this.desk = desk;
        this.turns = turns;
        this.readers = readers;
    }

    /// Binds a socket and receives from then on.
    ///
    /// A Unix path appears with its final mode and owner; a live server's socket and a file that is
    /// not a socket are never removed. What was sent and not yet read counts against the socket's
    /// send buffer ([DatagramLimits#sendBuffer()]). When half of it is taken, peers that have
    /// something unread get nothing more until they read it.
    ///
    /// Of UDP, a host name is resolved now, to its first IPv4 address. The socket is this process's
    /// alone: as long as it is open, another one on the same port fails, where the reference server
    /// lets two share the traffic (spec ctl §11.4).
    ///
    /// @param address Unix datagram or UDP; UDP port 0 takes a free one, see [#local()]
    /// @param access of the file of a Unix socket
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    /// @throws IllegalArgumentException if the address is no datagram address
    public static DatagramListener open(
            DatagramReaders readers, Address address, FileAccess access, DatagramLimits limits, NetCounters counters)
            throws IOException {
        List<DatagramHandler> handlers = readers.handlers();
        // over UDP nothing waits because of its peer: the own buffer is full, for whoever is next
        DatagramLimits own = address.transport() == Transport.UDP
                ? limits.withParkedPerPeer(limits.parkedInAll(), limits.parkedBytesInAll())
                : limits;
        var parked = new ParkedReplies(own, new ReplyBudget(own), counters.datagrams);
        ReaderSocket socket = ReaderSocket.open(address, handlers.size(), access, own, counters, parked);
        DatagramListener listener;
        try {
            var desk = new ReplyDesk(
                    readers.name() + " replies",
                    address.transport(),
                    socket.sender(),
                    parked,
                    own,
                    counters.datagrams,
                    handlers.getFirst()::failed);
            var turns = new ReaderTurns(readers.name(), socket.source(), counters);
            List<ReaderThread> threads = handlers.stream()
                    .map(handler -> new ReaderThread(readers.threads(), turns, handler, desk))
                    .toList();
            listener = new DatagramListener(address, socket, desk, turns, threads);
        } catch (Throwable t) {
            socket.server().removeFile();
            socket.close();
            throw t;
        }
        listener.start();
        return listener;
    }

    private void start() {
        try {
            desk.start();
            turns.start(() -> readers.forEach(this::start));
        } catch (Throwable t) {
            close();
            throw t;
        }
    }

    private void start(ReaderThread reader) {
        users.incrementAndGet();
        reader.start(this::leave);
    }

    /// The address as it was configured.
    @Override
    public Address address() {
        return address;
    }

    /// The address with the numeric host and the port it is bound to, `0.0.0.0` for `*`.
    public Address local() {
        return socket.server().local();
    }

    /// Whether the peer is this very socket: an answer would come back as a request.
    public boolean isOwn(DatagramPeer peer) {
        return socket.server().isSource(peer);
    }

    /// Whether the IP address and port are those of this very socket.
    public boolean isOwn(InetSocketAddress udp) {
        return socket.server().isSource(udp);
    }

    /// The id in Linux of the first reader's thread, as `ps -L` shows it; -1 where there is no
    /// `/proc`.
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

    /// Receives no more and removes the own socket file; answers can still be sent. The call that
    /// receives now may last some milliseconds, and what it still takes is handled. Each handler
    /// may have a datagram in its hands, or the batch that was received with it.
    public void stopReceiving() {
        removeFile();
        turns.end();
    }

    /// [#stopReceiving()], then waits until the handlers have had what was taken; answers that
    /// other threads make can still be sent.
    ///
    /// @param timeout how long to wait at most
    /// @return false when one is still at it then
    /// @throws IllegalStateException on a thread that calls the handler
    @Override
    public boolean finishReading(Duration timeout) throws InterruptedException {
        if (isReader()) {
            throw new IllegalStateException("draining waits for the readers, so it cannot run on one");
        }
        TimeLeft left = TimeLeft.of(timeout);
        stopReceiving();
        boolean finished = true;
        for (ReaderThread reader : readers) {
            finished &= reader.join(left.now());
        }
        return finished;
    }

    /// [#stopReceiving()], then waits until every answer given so far is sent, has expired or was
    /// dropped, and closes. An answer that some thread is still working on is not waited for: stop
    /// receiving, wait for it, then drain. Not on a thread that calls the handler.
    ///
    /// @param timeout how long to wait at most
    /// @return whether everything was sent or given up in time
    /// @throws IllegalStateException on a thread that calls the handler
    @Override
    public boolean drain(Duration timeout) throws InterruptedException {
        TimeLeft left = TimeLeft.of(timeout);
        boolean finished = finishReading(timeout);
        finished &= desk.awaitEmpty(left.now());
        close();
        return finished;
    }

    /// Closes the socket now and removes its file; answers that wait are dropped and counted.
    /// Returns when the handler has been called for the last time, at once if it is the handler
    /// that calls. Calling again does nothing.
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
