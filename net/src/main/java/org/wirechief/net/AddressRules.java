package org.wirechief.net;

import java.util.Map;

/// What the one address grammar means in one place it is used (spec ctl §11.1).
///
/// `[scheme:]rest`: text before the first colon that is a known scheme names the transport;
/// otherwise it is the host or path and what follows is the port. Without a scheme, a port means
/// UDP or the default transport when that is a network, a slash means `pathTransport`, and anything
/// else the default transport. A bare number is a port where the transport is a network, and a name
/// where it is not.
///
/// Everywhere, other than the reference server: IPv6 is accepted in brackets (`tcp:[::1]:2049`), a
/// port over 65535 is an error (there it is taken modulo 65536), and so is an empty text (there it
/// opens UDP to the world).
///
/// @param schemes lower-case scheme words and what they mean, in the order messages list them;
///     they are matched without regard to case
/// @param defaultTransport what a name without scheme, port and slash is
/// @param pathTransport what a text with a slash, without scheme and port, is
/// @param defaultPort what a missing or zero port of a network address becomes, 1 to 65535
/// @param wildcard whether `*` and an empty host stand for every local IPv4 address
/// @param split where the port begins; [Split#LAST_COLON] is a grammar of its own
public record AddressRules(
        Map<String, Transport> schemes,
        Transport defaultTransport,
        Transport pathTransport,
        int defaultPort,
        boolean wildcard,
        Split split) {

    /// Where host and port are told apart.
    public enum Split {
        /// At the first colon, as above.
        FIRST_COLON,
        /// At the last one, and then nothing of the above holds (spec mi-text §4.1): `udp:`, in
        /// lower case, stands before a host and a port, both of which must be written, and IPv6
        /// needs no brackets; anything else is a path, whatever it looks like.
        LAST_COLON
    }

    /// Addresses of the `ctl` parameter `binrpc`: UDP by default, port 2049, `unix:` is `unixs:`. A
    /// FIFO speaks no BINRPC, so `fifo` is no scheme here.
    public static final AddressRules CTL_BINRPC = new AddressRules(
            SchemeTable.SOCKETS, Transport.UDP, Transport.UNIX_STREAM, SchemeTable.CTL_PORT, true, Split.FIRST_COLON);

    /// Addresses of the `ctl` parameter `fifo`: a FIFO unless a port or a scheme says otherwise
    /// (spec ctl §11.2).
    public static final AddressRules CTL_FIFO = new AddressRules(
            SchemeTable.WITH_FIFO, Transport.FIFO, Transport.FIFO, SchemeTable.CTL_PORT, true, Split.FIRST_COLON);

    /// Addresses a BINRPC client dials, as `kamcmd -s` reads them (spec ctl §14.1): a name alone
    /// is the path of a Unix stream, nothing stands for every address.
    public static final AddressRules CTL_CLIENT = new AddressRules(
            SchemeTable.SOCKETS,
            Transport.UNIX_STREAM,
            Transport.UNIX_STREAM,
            SchemeTable.CTL_PORT,
            false,
            Split.FIRST_COLON);

    /// Addresses of the `mi_datagram` parameter `socket_name`.
    public static final AddressRules MI_DATAGRAM = new AddressRules(
            SchemeTable.UDP_OR_PATH,
            Transport.UNIX_DATAGRAM,
            Transport.UNIX_DATAGRAM,
            SchemeTable.CTL_PORT,
            false,
            Split.LAST_COLON);

    /// @throws IllegalArgumentException if the default port is out of range
    public AddressRules {
        if (defaultPort < 1 || defaultPort > 65535) {
            throw new IllegalArgumentException("default port " + defaultPort + " is not between 1 and 65535");
        }
    }
}
