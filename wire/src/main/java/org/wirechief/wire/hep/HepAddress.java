package org.wirechief.wire.hep;

import org.wirechief.core.Octets;

/// One end of a flow.
///
/// @param ip 4 bytes of IPv4 or 16 of IPv6; none when a packet does not tell
/// @param port 0 to 65535; 0 when there is none
public record HepAddress(Octets ip, int port) {
    private static final int GROUPS = 8;

    /// @throws IllegalArgumentException when `ip` has another length or the port is out of range
    public HepAddress {
        int length = ip.length();
        if (length != 0 && length != 4 && length != 16) {
            throw new IllegalArgumentException("an IP address has 4 or 16 bytes, and not " + length);
        }
        if ((port & ~0xFFFF) != 0) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
    }

    public boolean isIpv6() {
        return ip.length() == 16;
    }

    /// The address alone: `127.0.0.1`, `::1` (RFC 5952), empty when it is not told.
    public String host() {
        return switch (ip.length()) {
            case 0 -> "";
            case 4 -> ip.at(0) + "." + ip.at(1) + "." + ip.at(2) + "." + ip.at(3);
            default -> ipv6();
        };
    }

    private String ipv6() {
        int gap = 0;
        int gapLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosFrom(i);
            if (zeros > gapLength) {
                gap = i;
                gapLength = zeros;
            }
        }
        if (gapLength == 1) {
            return groups(0, GROUPS);
        }
        return groups(0, gap) + "::" + groups(gap + gapLength, GROUPS);
    }

    private int zerosFrom(int group) {
        int end = group;
        while (end < GROUPS && group(end) == 0) {
            end++;
        }
        return end - group;
    }

    private String groups(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private int group(int index) {
        return ip.at(2 * index) << 8 | ip.at(2 * index + 1);
    }

    /// `127.0.0.1:5060`, `[::1]:5060`, `-:5060` without an address.
    @Override
    public String toString() {
        String host = isIpv6() ? "[" + host() + "]" : ip.isEmpty() ? "-" : host();
        return host + ":" + port;
    }
}
