package org.wirechief.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.DatagramName;
import org.wirechief.net.linux.IpName;
import org.wirechief.net.linux.Sender;
import org.wirechief.net.linux.UnixName;

/// Where a datagram came from, and where its answers go. Immutable.
///
/// Equal when the address is, whoever sent it; peers that have none are equal to themselves only.
public final class DatagramPeer {
    private final DatagramName name;
    private final @Nullable ProcessCredentials credentials;

    private DatagramPeer(DatagramName name, @Nullable ProcessCredentials credentials) {
        this.name = name;
        this.credentials = credentials;
    }

    /// @param sender null where the kernel does not vouch for anybody
    static DatagramPeer of(DatagramName name, @Nullable Sender sender) {
        var credentials = sender == null ? null : new ProcessCredentials(sender.pid(), sender.uid(), sender.gid());
        return new DatagramPeer(name, credentials);
    }

    static DatagramPeer udp(InetSocketAddress socket) {
        return of(IpName.of(socket), null);
    }

    /// A receiver at the path of a Unix socket, absolute or relative to the working directory; it
    /// need not be there yet.
    ///
    /// @throws IllegalArgumentException when it cannot be a socket's path: too long, empty, a NUL
    public static DatagramPeer atPath(byte[] path) {
        return of(UnixName.path(path), null);
    }

    /// A receiver with an abstract name, given without the NUL before it.
    ///
    /// @throws IllegalArgumentException when it is empty or too long
    public static DatagramPeer withAbstractName(byte[] name) {
        return of(UnixName.abstractName(name), null);
    }

    /// A UDP receiver. A name is looked up now, which may take its time; of its addresses the first
    /// of IPv4 is taken, and without one the first.
    ///
    /// @throws UnknownHostException when the host has no address
    public static DatagramPeer resolved(Address address) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(address.name());
        InetAddress host = Arrays.stream(all)
                .filter(Inet4Address.class::isInstance)
                .findFirst()
                .orElse(all[0]);
        return udp(new InetSocketAddress(host, address.port()));
    }

    /// [Transport#UNIX_DATAGRAM] or [Transport#UDP].
    public Transport transport() {
        return switch (name) {
            case UnixName _ -> Transport.UNIX_DATAGRAM;
            case IpName _ -> Transport.UDP;
        };
    }

    /// Whether an answer can be sent: not to a Unix socket without a name, not to port 0.
    public boolean isAddressable() {
        return name.isNamed();
    }

    /// The numeric IP address, or the path a Unix peer is bound to, `@` and an abstract name, empty
    /// without one. What is not printable UTF-8 in it, and the backslash, is written `\xNN`.
    public String address() {
        InetAddress inet = inet();
        return inet != null ? inet.getHostAddress() : name.toString();
    }

    /// The peer's port; 0 for Unix.
    public int port() {
        return name instanceof IpName ip ? ip.socket().getPort() : 0;
    }

    /// The IP address; null for Unix.
    public @Nullable InetAddress inet() {
        return name instanceof IpName ip ? ip.socket().getAddress() : null;
    }

    /// The IP address with the port; null for Unix.
    public @Nullable InetSocketAddress socket() {
        return name instanceof IpName ip ? ip.socket() : null;
    }

    /// The process that sent this datagram; null for UDP.
    public @Nullable ProcessCredentials credentials() {
        return credentials;
    }

    /// Whether the peer is on this machine: a Unix peer, or a loopback address.
    public boolean isLocal() {
        InetAddress inet = inet();
        return inet == null || inet.isLoopbackAddress();
    }

    /// The address as bytes: 4 or 16 of IP, the path of a Unix peer, its abstract name behind a
    /// NUL, none without a name.
    public byte[] rawAddress() {
        return switch (name) {
            case UnixName unix -> unix.bytes();
            case IpName ip -> ip.socket().getAddress().getAddress();
        };
    }

    /// As the kernel knows it.
    DatagramName name() {
        return name;
    }

    /// The Unix name of a Unix peer.
    ///
    /// @throws IllegalArgumentException for UDP
    UnixName unixName() {
        if (name instanceof UnixName unix) {
            return unix;
        }
        throw new IllegalArgumentException(this + " is no peer of a Unix socket");
    }

    /// The IP address and port of a UDP peer.
    ///
    /// @throws IllegalArgumentException for Unix
    InetSocketAddress udpSocket() {
        if (name instanceof IpName ip) {
            return ip.socket();
        }
        throw new IllegalArgumentException(this + " is no peer of a UDP socket");
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof DatagramPeer that && isAddressable() && name.equals(that.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /// For logs, for example `unixd:/tmp/x`, `udp:127.0.0.1:40000`.
    @Override
    public String toString() {
        return transport().scheme()
                + ":"
                + switch (name) {
                    case UnixName _ -> address();
                    case IpName _ -> (address().indexOf(':') < 0 ? address() : "[" + address() + "]") + ":" + port();
                };
    }
}
