package org.wirechief.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;

/// The server to load, on this machine: a load is nothing to point at somebody else.
record Target(Carrier carrier, SocketAddress address, String text) {

    /// Reads an address as `kamcmd -s` does; hosts are loopback literals or `localhost`.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    static Target parse(String text) {
        Address address = Address.parse(text, AddressRules.CTL_CLIENT);
        return switch (address.transport()) {
            case UNIX_STREAM -> unix(Carrier.UNIXS, address);
            case UNIX_DATAGRAM -> unix(Carrier.UNIXD, address);
            case TCP -> network(Carrier.TCP, address);
            case UDP -> network(Carrier.UDP, address);
            case FIFO -> throw new IllegalArgumentException(text + ": FIFOs do not carry BINRPC");
        };
    }

    private static Target unix(Carrier carrier, Address address) {
        return new Target(carrier, UnixDomainSocketAddress.of(address.name()), address.toString());
    }

    private static Target network(Carrier carrier, Address address) {
        return new Target(carrier, new InetSocketAddress(loopback(address.name()), address.port()), address.toString());
    }

    private static InetAddress loopback(String host) {
        InetAddress address = InetAddress.ofLiteral(host.equals("localhost") ? "127.0.0.1" : host);
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException(host + " is not this machine: loads go to loopback and Unix sockets");
        }
        return address;
    }
}
