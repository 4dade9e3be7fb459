package org.wirechief.net;

/// Where to listen or whom to dial.
///
/// [#parse(String, AddressRules)] reads what an operator wrote. [#unixStream(String)] and
/// [#tcp(String, int)] serve programs; only they can say TCP port 0, which lets the system choose
/// a free one.
///
/// @param transport what carries the bytes
/// @param name the host (`*` is every local IPv4 address, an IPv6 literal stands without its
///     brackets) or the path, never empty
/// @param port 0 to 65535; 0 is none. A Unix address keeps the port that was written
///     (`unixs:/tmp/a:77`), it is only shown
/// @param configured the text as it was written, which listings and messages quote
public record Address(Transport transport, String name, int port, String configured) {

    /// The host that stands for every local IPv4 address.
    public static final String WILDCARD = "*";

    /// @throws IllegalArgumentException if the name is empty, holds a NUL byte, or the port is out
    ///     of range
    public Address {
        if (name.isEmpty()) {
            throw new IllegalArgumentException(transport.isNetwork() ? "a host is missing" : "a path is missing");
        }
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL byte cannot be part of an address");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
    }

    /// Reads an address (spec ctl §11.1). Touches no network; a service name is looked up in
    /// `/etc/services`.
    ///
    /// @throws IllegalArgumentException saying what is wrong with the text and what is allowed
    public static Address parse(String text, AddressRules rules) {
        return switch (rules.split()) {
            case FIRST_COLON -> new AddressParser(text, rules).parse();
            case LAST_COLON -> SocketName.parse(text);
        };
    }

    /// A Unix stream socket at a path, absolute or relative to the working directory.
    public static Address unixStream(String path) {
        return new Address(Transport.UNIX_STREAM, path, 0, "unixs:" + path);
    }

    /// A TCP host (name, IPv4 or IPv6 literal without brackets, or `*`) and port; port 0 listens on
    /// a free one.
    public static Address tcp(String host, int port) {
        return new Address(Transport.TCP, host, port, "tcp:" + bracketed(host) + ":" + port);
    }

    /// A Unix datagram socket at a path, absolute or relative to the working directory.
    public static Address unixDatagram(String path) {
        return new Address(Transport.UNIX_DATAGRAM, path, 0, "unixd:" + path);
    }

    /// A UDP host (name, IPv4 or IPv6 literal without brackets, or `*`) and port; port 0 listens on
    /// a free one.
    public static Address udp(String host, int port) {
        return new Address(Transport.UDP, host, port, "udp:" + bracketed(host) + ":" + port);
    }

    /// A FIFO at a path, absolute or relative to the working directory.
    public static Address fifo(String path) {
        return new Address(Transport.FIFO, path, 0, "fifo:" + path);
    }

    /// Whether this is every local IPv4 address.
    public boolean isWildcard() {
        return transport.isNetwork() && name.equals(WILDCARD);
    }

    /// Whether the host is written as an IPv6 literal.
    public boolean isIpv6() {
        return transport.isNetwork() && name.indexOf(':') >= 0;
    }

    /// The address in full, for example `unixs:/run/x`, `tcp:127.0.0.1:2049`, `tcp:[::1]:2049`.
    @Override
    public String toString() {
        if (transport.isNetwork()) {
            return transport.scheme() + ":" + bracketed(name) + ":" + port;
        }
        return transport.scheme() + ":" + name + (port == 0 ? "" : ":" + port);
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
