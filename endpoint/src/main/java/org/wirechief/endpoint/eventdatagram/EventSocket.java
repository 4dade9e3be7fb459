package org.wirechief.endpoint.eventdatagram;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.DatagramPeer;

/// The socket of a subscription: `udp:host:port`, `unix:path`, `unix:@name` for an abstract name; a
/// text that begins with `/` or `.` is a path by itself. Before any of these, `text+` or `json+`
/// sets the dialect (no transport of OpenSIPS has a plus in its name).
///
/// @param format the dialect it asks for; null for the module's
/// @param where whom it names
record EventSocket(@Nullable EventFormat format, Where where) {
    private static final String UDP = "udp:";
    private static final String UNIX = "unix:";
    private static final int BAD_REQUEST = 400;

    /// Whom a socket names.
    sealed interface Where {
        /// A Unix socket.
        record Unix(DatagramPeer peer) implements Where {}

        /// A host, which may be a name, and a port.
        record Udp(Address address) implements Where {}
    }

    /// Looks no name up.
    ///
    /// @return null for what is no socket of these kinds
    /// @throws Fault 400 saying what is wrong with one that is
    static @Nullable EventSocket parse(Octets socket) {
        // a byte a character, since paths need not be text
        String text = new String(socket.toByteArray(), StandardCharsets.ISO_8859_1);
        for (EventFormat format : EventFormat.values()) {
            String prefix = format.word() + "+";
            if (text.startsWith(prefix)) {
                Where where = where(text.substring(prefix.length()), socket);
                return where == null ? null : new EventSocket(format, where);
            }
        }
        Where where = where(text, socket);
        return where == null ? null : new EventSocket(null, where);
    }

    private static @Nullable Where where(String text, Octets socket) {
        try {
            if (text.startsWith(UDP)) {
                return new Where.Udp(Address.parse(utf8(text), AddressRules.MI_DATAGRAM));
            }
            if (text.startsWith(UNIX)) {
                return new Where.Unix(unix(text.substring(UNIX.length())));
            }
            return text.startsWith("/") || text.startsWith(".") ? new Where.Unix(unix(text)) : null;
        } catch (IllegalArgumentException e) {
            String problem = Objects.requireNonNullElse(e.getMessage(), "no socket");
            throw new Fault(BAD_REQUEST, text.startsWith(UDP) ? problem : "bad socket \"" + socket + "\": " + problem);
        }
    }

    private static DatagramPeer unix(String name) {
        return name.startsWith("@")
                ? DatagramPeer.withAbstractName(bytes(name.substring(1)))
                : DatagramPeer.atPath(bytes(name));
    }

    /// Whether a name is to be looked up, which takes its time.
    boolean isNamed() {
        return where instanceof Where.Udp(var address) && !isLiteral(address.name());
    }

    private static boolean isLiteral(String host) {
        try {
            var _ = InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Looks the host up, where there is one.
    ///
    /// @throws Fault 400 when it has no address
    DatagramPeer peer() {
        return switch (where) {
            case Where.Unix(var peer) -> peer;
            case Where.Udp(var address) -> resolved(address);
        };
    }

    private static DatagramPeer resolved(Address address) {
        try {
            return DatagramPeer.resolved(address);
        } catch (UnknownHostException e) {
            throw new Fault(BAD_REQUEST, "the host " + address.name() + " has no address");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String text) {
        return new String(bytes(text), StandardCharsets.UTF_8);
    }
}
