package org.wirechief.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A socket for what one server sends by itself, such as events: it receives on a thread of its
/// own, a daemon, and answers nothing. All methods may be called from any thread.
public final class DatagramInbox implements AutoCloseable {
    private final DatagramListener listener;
    private final @Nullable FreshFolder folder;

    private DatagramInbox(DatagramListener listener, @Nullable FreshFolder folder) {
        this.listener = listener;
        this.folder = folder;
    }

    /// Binds a socket and receives from then on.
    ///
    /// @param threadName the thread's name
    /// @param access of the file of a Unix socket
    /// @param handler is told of each datagram, and of those over 65535 bytes; its replies go
    ///     nowhere a server would read them
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    /// @throws IllegalArgumentException if the address is no datagram address
    public static DatagramInbox at(String threadName, Address address, FileAccess access, DatagramHandler handler)
            throws IOException {
        return open(threadName, address, access, handler, null);
    }

    /// Binds a socket that a server can reach: on the own IP address that packets to the server
    /// leave from, on a free port; or, for a server that is found by a path, at a path in a fresh
    /// folder, with the access of [#accessFor(Address)].
    ///
    /// @param server UDP, or any address with a path
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    /// @throws java.net.ConnectException if the server's host cannot be resolved or reached
    public static DatagramInbox reachableFrom(String threadName, Address server, DatagramHandler handler)
            throws IOException {
        if (server.transport().isNetwork()) {
            Address own = Address.udp(ownAddress(server).getHostAddress(), 0);
            return open(threadName, own, FileAccess.PRIVATE, handler, null);
        }
        FreshFolder folder = FreshFolder.reachableFrom(Dialling.path(server));
        try {
            return open(threadName, Address.unixDatagram(folder.file().toString()), folder.access(), handler, folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /// Who may send to a Unix socket so that a server can: the user of this process alone where the
    /// server's file is that user's, else any local process that learns the path. A file of root
    /// tells nothing: a server may open it as root and go on as somebody else.
    ///
    /// @param server UDP, or any address with a path
    public static FileAccess accessFor(Address server) throws IOException {
        boolean isNetwork = server.transport().isNetwork();
        return FreshFolder.access(!isNetwork && FreshFolder.isOwn(Dialling.path(server)));
    }

    private static DatagramInbox open(
            String threadName,
            Address address,
            FileAccess access,
            DatagramHandler handler,
            @Nullable FreshFolder folder)
            throws IOException {
        var listener = DatagramListener.open(
                DatagramReaders.one(threadName, handler), address, access, DatagramLimits.DEFAULT, new NetCounters());
        return new DatagramInbox(listener, folder);
    }

    /// The first IPv4 address of a host counts, or else its first.
    private static InetAddress ownAddress(Address server) throws IOException {
        InetAddress[] hosts = Dialling.resolved(server);
        InetAddress host = Arrays.stream(hosts)
                .filter(one -> !(one instanceof Inet6Address))
                .findFirst()
                .orElse(hosts[0]);
        var family = host instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        try (var channel = DatagramChannel.open(family)) {
            channel.connect(new InetSocketAddress(host, server.port()));
            return ((InetSocketAddress) channel.getLocalAddress()).getAddress();
        } catch (IOException e) {
            throw Dialling.failure(server, String.valueOf(e.getMessage()), e);
        }
    }

    /// Where it is bound, with the numeric host and the port.
    public Address local() {
        return listener.local();
    }

    /// Datagrams that came and were dropped by the system because this process did not take them in
    /// time. Nothing where the system does not tell: of Unix sockets it cannot, since their senders
    /// are told instead.
    public OptionalLong overflown() {
        Address local = local();
        return local.transport() == Transport.UDP ? UdpDrops.of(local) : OptionalLong.empty();
    }

    /// Closes the socket and removes its file and folder. Returns when the handler has been called
    /// for the last time, at once if it is the handler that calls. Calling again does nothing.
    @Override
    public void close() {
        listener.close();
        if (folder != null) {
            folder.close();
        }
    }
}
