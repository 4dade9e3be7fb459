package org.wirechief.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;

/// The server to load, on this machine: a load is nothing to point at somebody else.
///
/// @param address of a FIFO its path
/// @param replies where the server looks for reply FIFOs
record Target(Carrier carrier, SocketAddress address, String text, Path replies) {
    private static final String MI = "mi:";
    private static final String JSON = "mi:json:";
    private static final String FIFO = "fifo:";
    private static final Path REPLIES = Path.of("/tmp");

    /// Reads an address as `chief -s` does, `mi:` being text; hosts are loopback literals or
    /// `localhost`.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    static Target parse(String text) {
        if (text.startsWith(FIFO)) {
            return unix(Carrier.FIFO, text.substring(FIFO.length()), text);
        }
        if (text.startsWith(JSON)) {
            return mi(text, JSON, Carrier.JSON_UDP, Carrier.JSON_UNIXD);
        }
        if (text.startsWith(MI)) {
            return mi(text, MI, Carrier.TEXT_UDP, Carrier.TEXT_UNIXD);
        }
        Address address = Address.parse(text, AddressRules.CTL_CLIENT);
        return switch (address.transport()) {
            case UNIX_STREAM -> unix(Carrier.UNIXS, address.name(), address.toString());
            case UNIX_DATAGRAM -> unix(Carrier.UNIXD, address.name(), address.toString());
            case TCP -> network(Carrier.TCP, address, address.toString());
            case UDP -> network(Carrier.UDP, address, address.toString());
            case FIFO -> throw new IllegalArgumentException(text + ": FIFOs do not carry BINRPC");
        };
    }

    private static Target mi(String text, String scheme, Carrier udp, Carrier unix) {
        Address address = Address.parse(text.substring(scheme.length()), AddressRules.MI_DATAGRAM);
        return switch (address.transport()) {
            case UDP -> network(udp, address, text);
            case UNIX_DATAGRAM -> unix(unix, address.name(), text);
            case UNIX_STREAM, TCP, FIFO -> throw new IllegalArgumentException(text + ": MI goes over udp or a path");
        };
    }

    private static Target unix(Carrier carrier, String path, String text) {
        return new Target(carrier, UnixDomainSocketAddress.of(path), text, REPLIES);
    }

    private static Target network(Carrier carrier, Address address, String text) {
        InetSocketAddress there = new InetSocketAddress(loopback(address.name()), address.port());
        return new Target(carrier, there, text, REPLIES);
    }

    private static InetAddress loopback(String host) {
        InetAddress address = InetAddress.ofLiteral(host.equals("localhost") ? "127.0.0.1" : host);
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException(host + " is not this machine: loads go to loopback and Unix sockets");
        }
        return address;
    }

    Target withReplies(Path folder) {
        return new Target(carrier, address, text, folder);
    }
}
