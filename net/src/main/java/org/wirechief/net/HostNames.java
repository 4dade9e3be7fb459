package org.wirechief.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// Turns the host of an [Address] into IP addresses. May ask the system's resolver and block.
final class HostNames {
    private HostNames() {}

    /// The one address to listen on. IPv6 only when it was written, so a name gives its first IPv4
    /// address.
    static InetAddress toBind(Address address) throws IOException {
        if (address.isWildcard()) {
            return InetAddress.ofLiteral("0.0.0.0");
        }
        try {
            for (InetAddress candidate : InetAddress.getAllByName(address.name())) {
                if (address.isIpv6() || candidate instanceof Inet4Address) {
                    return candidate;
                }
            }
        } catch (UnknownHostException e) {
            throw BindFailure.unresolved(address, e);
        }
        throw BindFailure.unresolved(address, new UnknownHostException(address.name()));
    }
}
