package org.wirechief.net;

import java.net.InetSocketAddress;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.LinuxException;

/// A bound datagram socket: with a file that belongs to it, or a port.
sealed interface DatagramServerSocket permits UnixDatagramServerSocket, UdpServerSocket {
    LinuxDatagramSocket socket();

    /// Where it is bound, with the numeric host and the port.
    Address local();

    /// Whether the peer is this socket.
    boolean isSource(DatagramPeer peer);

    /// Whether datagrams of this socket come from that address.
    boolean isSource(InetSocketAddress udp);

    /// Asks for a send buffer, and says who may be sent something.
    PeerRoom room(Libc libc, int sendBuffer) throws LinuxException;

    /// Removes its file if there is one and it is still ours. The socket must be open: that keeps
    /// its inode number from being given to another file.
    void removeFile();
}
