package org.wirechief.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/// Receives datagrams on one Unix or UDP address, gives them to a [DatagramHandler] and sends the
/// answers. All methods may be called from any thread.
public sealed interface DatagramListener extends AutoCloseable permits DatagramReaders {

    /// Binds a Unix datagram socket and receives from then on, on a thread of its own:
    /// [DatagramReaders] with a single one.
    ///
    /// The path appears with its final mode and owner; a live server's socket and a file that is
    /// not a socket are never removed. The thread is a daemon.
    ///
    /// What was sent and not yet read counts against the socket's send buffer
    /// ([DatagramLimits#sendBuffer()]). When half of it is taken, peers that have something unread
    /// get nothing more until they read it.
    ///
    /// @param threadName the thread's name
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    /// @throws IllegalArgumentException if the address is no Unix datagram address
    static DatagramListener unix(
            String threadName,
            Address address,
            FileAccess access,
            DatagramLimits limits,
            NetCounters counters,
            DatagramHandler handler)
            throws IOException {
        if (address.transport() != Transport.UNIX_DATAGRAM) {
            throw new IllegalArgumentException(address + " is no Unix datagram address; allowed is unixd");
        }
        return DatagramReaders.open(threadName, 1, address, access, limits, counters, () -> handler);
    }

    /// Binds a UDP socket and receives from then on, on a thread of its own: [DatagramReaders] with
    /// a single one. The thread is a daemon.
    ///
    /// A host name is resolved now, to its first IPv4 address. The socket is this process's alone:
    /// as long as it is open, another one on the same port fails, where the reference server lets
    /// two share the traffic (spec ctl §11.4).
    ///
    /// @param threadName the thread's name
    /// @param address port 0 takes a free one, see [#local()]
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    /// @throws IllegalArgumentException if the address is not UDP
    static DatagramListener udp(
            String threadName, Address address, DatagramLimits limits, NetCounters counters, DatagramHandler handler)
            throws IOException {
        if (address.transport() != Transport.UDP) {
            throw new IllegalArgumentException(address + " is no UDP address; allowed is udp");
        }
        return DatagramReaders.open(threadName, 1, address, FileAccess.PRIVATE, limits, counters, () -> handler);
    }

    /// The address as it was configured.
    Address address();

    /// The address with the numeric host and the port it is bound to, `0.0.0.0` for `*`.
    Address local();

    /// Whether the peer is this very socket: an answer would come back as a request.
    boolean isOwn(DatagramPeer peer);

    /// Whether the IP address and port are those of this very socket.
    boolean isOwn(InetSocketAddress address);

    /// The id in Linux of the thread that calls the handler, as `ps -L` shows it; -1 where there is
    /// no `/proc`.
    long threadId();

    /// Takes no further datagram, some milliseconds from now, and removes the own socket file;
    /// answers can still be sent. One datagram, or the batch that was received with it, may be in
    /// the handler's hands.
    void stopReceiving();

    /// [#stopReceiving()], then waits until the handler has had what was taken; answers that other
    /// threads make can still be sent.
    ///
    /// @param timeout how long to wait at most
    /// @return false when the handler is still at it then
    /// @throws IllegalStateException on the thread that calls the handler
    boolean finishReading(Duration timeout) throws InterruptedException;

    /// [#stopReceiving()], then waits until every answer given so far is sent, has expired or was
    /// dropped, and closes. An answer that some thread is still working on is not waited for: stop
    /// receiving, wait for it, then drain. Not on the thread that calls the handler.
    ///
    /// @param timeout how long to wait at most
    /// @return whether everything was sent or given up in time
    /// @throws IllegalStateException on the thread that calls the handler
    boolean drain(Duration timeout) throws InterruptedException;

    /// Closes the socket now and removes its file; answers that wait are dropped and counted.
    /// Returns when the handler has been called for the last time, at once if it is the handler
    /// that calls. Calling again does nothing.
    @Override
    void close();
}
