package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A socket of its own for asking one Unix or UDP datagram server, with calls that block.
///
/// Only datagrams of that server are received. One thread may receive while another sends;
/// [#close()] may be called from any thread and wakes both. Every call takes the time it may wait;
/// [Duration#ZERO] is no limit. Datagrams get lost: whoever asks must be ready for no answer.
///
/// A virtual thread that waits on UDP does not hold its carrier. On Unix every system call does for
/// its few microseconds, and waiting is done by asking again after 1 to 10 ms; a platform thread
/// waits in the kernel.
public sealed interface DatagramDial extends AutoCloseable permits UnixDatagramDial, UdpDial {

    /// Opens a socket that sends there. Says nothing yet to the server.
    ///
    /// A Unix server answers to an abstract name that the kernel chooses: there is no file to be
    /// left behind, and no permission of the server's user is needed.
    ///
    /// @param address Unix datagram or UDP
    /// @throws java.net.ConnectException saying who cannot be reached, why, and what to do; for UDP
    ///     only what is known without asking
    /// @throws IllegalArgumentException if the address is no datagram address
    static DatagramDial connect(Address address) throws IOException {
        return switch (address.transport()) {
            case UNIX_DATAGRAM -> UnixDatagramDial.abstractly(address);
            case UDP -> UdpDial.connect(address);
            case UNIX_STREAM, TCP, FIFO ->
                throw new IllegalArgumentException(address + " is no datagram address; allowed are unixd and udp");
        };
    }

    /// Opens a socket that sends to a Unix server and has the answers sent to a file.
    ///
    /// For a server in another network namespace, a container for example, which cannot see
    /// abstract names: the directory must have the same path on both sides. The file can be
    /// written by everybody, since the server may be another user, but the kernel lets only the
    /// server send to it. It is removed by [#close()], and at the end of the JVM.
    ///
    /// @param address Unix datagram
    /// @param replies a directory this process may write to
    /// @throws java.net.ConnectException saying who cannot be reached, why, and what to do
    /// @throws IllegalArgumentException if the address is no Unix datagram address
    static DatagramDial connect(Address address, Path replies) throws IOException {
        return connect(address, replies, WhileEnding.REFUSED);
    }

    /// As [#connect(Address, Path)], for a caller who may be waited for when the JVM ends.
    static DatagramDial connect(Address address, Path replies, WhileEnding ending) throws IOException {
        return UnixDatagramDial.withFile(address, replies, ending);
    }

    /// As [#connect(Address, Path)], with the answers sent to this very file.
    ///
    /// @param file that is not there yet; what is there is left alone
    static DatagramDial connectFrom(Path file, Address address) throws IOException {
        return UnixDatagramDial.fromFile(address, file);
    }

    /// Whom this sends to.
    Address address();

    /// Sends one datagram, waiting while the server's queue is full.
    ///
    /// @param from first byte, inclusive
    /// @param to last byte, exclusive; an empty datagram is one too, on Unix
    /// @throws IllegalArgumentException if it is empty and this is UDP
    /// @throws java.net.SocketTimeoutException if the server does not take it in time; nothing was
    ///     sent
    /// @throws java.net.ConnectException if nobody listens there any more
    /// @throws java.nio.channels.ClosedChannelException if it is or gets closed here
    void send(byte[] bytes, int from, int to, Duration timeout) throws IOException;

    /// Receives one datagram.
    ///
    /// @param from where the first byte goes, inclusive
    /// @param to where the last one may go, exclusive; room for 65535 bytes is enough for every
    ///     answer
    /// @param timeout for the datagram to come
    /// @return its length, which may be 0
    /// @throws java.net.SocketTimeoutException if none came in time
    /// @throws java.net.ConnectException if the network says that nobody listens there (UDP)
    /// @throws java.nio.channels.ClosedChannelException if it is or gets closed here
    /// @throws IOException if it is longer than there is room; it is lost
    int receive(byte[] bytes, int from, int to, Duration timeout) throws IOException;

    /// Closes the socket. Calling again does nothing.
    @Override
    void close() throws IOException;
}
