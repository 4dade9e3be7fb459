package org.wirechief.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// A range of IP addresses: those whose first `prefix` bits are the network's.
///
/// @param network the address, its bits beyond `prefix` zero
/// @param prefix bits, 0 to 32 for IPv4, 0 to 128 for IPv6
public record Cidr(InetAddress network, int prefix) {
    /// Checks that the two fit.
    ///
    /// @throws IllegalArgumentException when the prefix is too long, or the address has more bits
    public Cidr {
        int bits = network.getAddress().length * 8;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("/" + prefix + " is not between /0 and /" + bits);
        }
        byte[] bytes = network.getAddress();
        for (int bit = prefix; bit < bits; bit++) {
            if ((bytes[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                throw new IllegalArgumentException(network.getHostAddress() + "/" + prefix
                        + " has bits beyond its prefix: write the network's own address, or /" + bits);
            }
        }
    }

    /// Reads `10.0.0.0/8`, `192.0.2.7`, `2001:db8::/32`. Names are not looked up.
    ///
    /// @throws IllegalArgumentException saying what is wrong
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = literal(slash < 0 ? text : text.substring(0, slash));
        int bits = network.getAddress().length * 8;
        return new Cidr(network, slash < 0 ? bits : prefix(text.substring(slash + 1), bits));
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no IP address; write one such as 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32", e);
        }
    }

    private static int prefix(String text, int bits) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'/" + text + "' is not between /0 and /" + bits, e);
        }
    }

    /// Whether an address lies in the range. IPv4 and IPv6 never match each other, except that an
    /// IPv4 address mapped into IPv6 counts as the IPv4 address it is.
    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = prefix / 8;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != other[i]) {
                return false;
            }
        }
        int rest = prefix % 8;
        return rest == 0 || (mine[whole] ^ other[whole]) >> (8 - rest) == 0;
    }

    /// `10.0.0.0/8`, and an address alone when it is one.
    @Override
    public String toString() {
        String host = network.getHostAddress();
        return prefix == network.getAddress().length * 8 ? host : host + "/" + prefix;
    }

    /// The range of one address.
    public static Cidr of(InetAddress address) {
        try {
            byte[] bytes = address.getAddress();
            return new Cidr(InetAddress.getByAddress(bytes), bytes.length * 8);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of its own length", e);
        }
    }
}
