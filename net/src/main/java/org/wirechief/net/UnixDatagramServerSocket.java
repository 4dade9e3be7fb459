package org.wirechief.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.wirechief.net.linux.DatagramName;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.SendRoom;
import org.wirechief.net.linux.UnixName;

/// A bound Unix datagram socket with the file that belongs to it.
///
/// @param socket the socket
/// @param local the address as it was configured
/// @param bound the name its datagrams carry, which is the temporary one it was bound to at first
/// @param published the name clients use
/// @param file the socket file
record UnixDatagramServerSocket(
        LinuxDatagramSocket socket, Address local, DatagramName bound, UnixName published, PublishedFile file)
        implements DatagramServerSocket {

    private static final System.Logger LOG = System.getLogger(UnixDatagramServerSocket.class.getPackageName());

    static UnixDatagramServerSocket open(Libc libc, Address address, FileAccess access) throws IOException {
        var socket = LinuxDatagramSocket.unix(libc);
        try {
            socket.askForCredentials(libc);
            var file = PublishedFile.socket(address, access, at -> socket.bind(libc, temporary(at)));
            return new UnixDatagramServerSocket(socket, address, socket.name(libc), UnixPaths.name(file.path()), file);
        } catch (IOException | RuntimeException e) {
            socket.close(libc);
            throw e;
        }
    }

    @Override
    public boolean isSource(DatagramPeer peer) {
        return peer.transport() == Transport.UNIX_DATAGRAM
                && (peer.unixName().equals(bound) || peer.unixName().equals(published));
    }

    @Override
    public boolean isSource(InetSocketAddress udp) {
        return false;
    }

    @Override
    public PeerRoom room(Libc libc, int sendBuffer) throws LinuxException {
        return new PeerRoom.OfUnix(new SendRoom(libc, socket, socket.sendBuffer(libc, sendBuffer)));
    }

    @Override
    public void removeFile() {
        try {
            file.remove();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "removing {0}: {1}", file.path(), e.getMessage());
        }
    }

    private static UnixName temporary(SocketAddress at) {
        return UnixPaths.name(((UnixDomainSocketAddress) at).getPath());
    }
}
