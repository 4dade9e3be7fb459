package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.jspecify.annotations.Nullable;

/// A listening TCP or Unix stream socket, non-blocking, with the file that belongs to it.
///
/// @param channel the socket
/// @param bound its address; for Unix the configured path, not the one it was bound at first
/// @param local the same as an [Address], with the real port
/// @param file the socket file, null for TCP
record StreamServerSocket(
        ServerSocketChannel channel,
        SocketAddress bound,
        Address local,
        @Nullable PublishedFile file) {

    /// Connections the system may hold that were not accepted yet (spec ctl §6).
    private static final int BACKLOG = 128;

    private static final System.Logger LOG = System.getLogger(StreamServerSocket.class.getPackageName());

    static StreamServerSocket open(Address address, FileAccess access) throws IOException {
        return switch (address.transport()) {
            case TCP -> BindFailure.naming(address, () -> tcp(address));
            case UNIX_STREAM -> BindFailure.naming(address, () -> unix(address, access));
            case UNIX_DATAGRAM, UDP, FIFO ->
                throw new IllegalArgumentException(address + " is no stream; allowed are tcp and unixs");
        };
    }

    /// Removes the file if it is still ours, then closes the socket. Calling again does nothing.
    void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            if (file != null) {
                // before closing: as long as the socket is open its inode number stays taken
                file.remove();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "closing {0}: {1}", local, e.getMessage());
        }
    }

    private static StreamServerSocket tcp(Address address) throws IOException {
        InetAddress host = HostNames.toBind(address);
        ProtocolFamily family =
                host instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        var channel = opened(address, family);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(host, address.port()), BACKLOG);
            channel.configureBlocking(false);
            var bound = (InetSocketAddress) channel.getLocalAddress();
            var local = new Address(
                    Transport.TCP, bound.getAddress().getHostAddress(), bound.getPort(), address.configured());
            return new StreamServerSocket(channel, bound, local, null);
        } catch (BindException e) {
            channel.close();
            throw BindFailure.tcp(address, host, e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static ServerSocketChannel opened(Address address, ProtocolFamily family) throws IOException {
        try {
            return ServerSocketChannel.open(family);
        } catch (IOException | UnsupportedOperationException e) {
            if (e instanceof IOException refused && BindFailure.isOutOfFiles(refused)) {
                throw refused;
            }
            throw BindFailure.because(address, "this system has no " + family.name() + "; choose another address", e);
        }
    }

    private static StreamServerSocket unix(Address address, FileAccess access) throws IOException {
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.configureBlocking(false);
            var file = PublishedFile.socket(address, access, temporary -> channel.bind(temporary, BACKLOG));
            return new StreamServerSocket(channel, UnixDomainSocketAddress.of(file.path()), address, file);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
