package org.wirechief.net;

import java.io.IOException;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.SendRoom;

/// A bound datagram socket with both its sides, as [DatagramReaders] use it: the source under the
/// readers' lock, the sender under the desk's.
interface ReaderSocket {
    Address local();

    boolean isOwn(DatagramPeer peer);

    DatagramSource source();

    ReplySender sender();

    /// Removes its file, if it has one.
    void removeFile();

    /// Closes it and what its sides hold. Nobody uses them any more.
    void close();

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
        return switch (address.transport()) {
            case UNIX_DATAGRAM -> Unix.open(address, readers, access, limits, counters, parked);
            case UDP -> Udp.open(address, limits, counters, parked);
            case UNIX_STREAM, TCP, FIFO ->
                throw new IllegalArgumentException(address + " is no datagram address; allowed are unixd and udp");
        };
    }

    /// With a file.
    record Unix(
            Address local,
            UnixDatagramServerSocket socket,
            UnixDatagramSource source,
            Libc libc,
            UnixReplySender sender)
            implements ReaderSocket {

        static Unix open(
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
                var server = UnixDatagramServerSocket.open(libc, address, access);
                try {
                    int size = server.socket().sendBuffer(libc, limits.sendBuffer());
                    var sender = new UnixReplySender(
                            libc, server.socket(), new SendRoom(libc, server.socket(), size), parked, counters);
                    var source = new UnixDatagramSource(server.socket(), limits.maxRequest(), readers);
                    return new Unix(address, server, source, libc, sender);
                } catch (IOException | RuntimeException e) {
                    server.removeFile();
                    server.socket().close(libc);
                    throw e;
                }
            } catch (IOException | RuntimeException e) {
                libc.close();
                throw e;
            }
        }

        @Override
        public boolean isOwn(DatagramPeer peer) {
            return socket.isSource(peer);
        }

        @Override
        public void removeFile() {
            socket.removeFile();
        }

        @Override
        public void close() {
            source.close();
            socket.socket().close(libc);
            libc.close();
        }
    }

    /// On a port.
    record Udp(UdpSocket socket, UdpDatagramSource source, UdpReplySender sender) implements ReaderSocket {
        static Udp open(Address address, DatagramLimits limits, NetCounters counters, ParkedReplies parked)
                throws IOException {
            var socket = UdpSocket.open(address, limits.sendBuffer());
            try {
                var source = new UdpDatagramSource(socket.channel(), limits.maxRequest());
                return new Udp(socket, source, new UdpReplySender(socket.channel(), parked, counters));
            } catch (IOException | RuntimeException e) {
                socket.channel().close();
                throw e;
            }
        }

        @Override
        public Address local() {
            return socket.local();
        }

        @Override
        public boolean isOwn(DatagramPeer peer) {
            return socket.isSource(peer);
        }

        @Override
        public void removeFile() {}

        @Override
        public void close() {
            socket.close();
            source.close();
        }
    }
}
