package org.wirechief.wire.hep;

/// Who sent something to whom, and over what.
///
/// @param family number of the address family, 0 to 255; 0 when it is not told
/// @param protocol number of the IP protocol, 0 to 255; 0 when it is not told
public record HepFlow(int family, int protocol, HepAddress source, HepAddress destination) {
    /// The family of IPv4.
    public static final int IPV4 = 2;

    /// The family of IPv6 as Linux numbers it, which is what goes over the wire.
    public static final int IPV6 = 10;

    /// The protocol TCP.
    public static final int TCP = 6;

    /// The protocol UDP.
    public static final int UDP = 17;

    /// @throws IllegalArgumentException when a number is out of range
    public HepFlow {
        if ((family & ~0xFF) != 0 || (protocol & ~0xFF) != 0) {
            throw new IllegalArgumentException(
                    "family " + family + " and protocol " + protocol + " are not both between 0 and 255");
        }
    }

    /// With the family of its addresses.
    ///
    /// @throws IllegalArgumentException when they are not both of IPv4 or both of IPv6
    public static HepFlow of(int protocol, HepAddress source, HepAddress destination) {
        HepFlow flow = new HepFlow(source.isIpv6() ? IPV6 : IPV4, protocol, source, destination);
        flow.requireAddresses();
        return flow;
    }

    /// The same way back.
    public HepFlow reversed() {
        return new HepFlow(family, protocol, destination, source);
    }

    /// Bytes of each address.
    ///
    /// @throws IllegalArgumentException when they are not both of IPv4 or both of IPv6
    int requireAddresses() {
        int length = source.ip().length();
        if (length == 0 || length != destination.ip().length()) {
            throw new IllegalArgumentException(
                    source + " and " + destination + " are not both addresses of IPv4 or both of IPv6");
        }
        return length;
    }
}
