package org.wirechief.net;

import java.io.IOException;
import org.wirechief.net.linux.Libc;

/// A bound datagram socket with both its sides, as a [DatagramListener] uses it: the source under
/// the readers' lock, the sender under the desk's.
///
/// @param libc the sender's
record ReaderSocket(DatagramServerSocket server, DatagramSource source, ReplySender sender, Libc libc) {

    /// Binds one.
    ///
    /// @param readers how many there will be
    /// @param parked where the sender parks
    static ReaderSocket open(
            Address address,
            int readers,
            FileAccess access,
            DatagramLimits limits,
            NetCounters counters,
            ParkedReplies parked)
            throws IOException {
        Libc libc;
        try {
            libc = Libc.shared();
        } catch (UnsupportedOperationException e) {
            throw BindFailure.because(address, String.valueOf(e.getMessage()), e);
        }
        try {
            DatagramServerSocket server = bound(libc, address, access);
            try {
                PeerRoom room = server.room(libc, limits.sendBuffer());
                var sender = new ReplySender(libc, server.socket()::send, room, parked, counters);
                var source = new DatagramSource(server.socket(), limits.maxRequest(), readers);
                return new ReaderSocket(server, source, sender, libc);
            } catch (Throwable t) {
                server.removeFile();
                server.socket().close(libc);
                throw t;
            }
        } catch (Throwable t) {
            libc.close();
            throw t;
        }
    }

    private static DatagramServerSocket bound(Libc libc, Address address, FileAccess access) throws IOException {
        return switch (address.transport()) {
            case UNIX_DATAGRAM ->
                BindFailure.naming(address, () -> UnixDatagramServerSocket.open(libc, address, access));
            case UDP -> BindFailure.naming(address, () -> UdpServerSocket.open(libc, address));
            case UNIX_STREAM, TCP, FIFO ->
                throw new IllegalArgumentException(address + " is no datagram address; allowed are unixd and udp");
        };
    }

    /// Closes it and what its sides hold. Nobody uses them any more.
    void close() {
        source.close();
        server.socket().close(libc);
        libc.close();
    }
}
