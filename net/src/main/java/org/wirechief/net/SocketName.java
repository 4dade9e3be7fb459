package org.wirechief.net;

import java.net.InetAddress;

/// Reads `udp:host:port` or a path (spec mi-text §4.1, vectors startup24).
final class SocketName {
    private static final String UDP = "udp:";
    private static final String EXAMPLE = ", such as udp:127.0.0.1:8080";

    private final String text;

    private SocketName(String text) {
        this.text = text;
    }

    static Address parse(String text) {
        var name = new SocketName(text);
        if (text.isEmpty()) {
            throw name.wrong("a path is missing, or udp: with a host and a port" + EXAMPLE);
        }
        return text.startsWith(UDP)
                ? name.network(text.substring(UDP.length()))
                : name.address(Transport.UNIX_DATAGRAM, text, 0);
    }

    private Address network(String rest) {
        int colon = rest.lastIndexOf(':');
        if (rest.isEmpty()) {
            throw wrong("a host and a port are missing after udp:" + EXAMPLE);
        }
        if (colon == 0) {
            throw wrong("a host is missing before the port" + EXAMPLE);
        }
        if (colon < 0 || rest.endsWith("]")) {
            throw wrong("a port is missing after the host" + EXAMPLE);
        }
        return address(Transport.UDP, host(rest.substring(0, colon)), port(rest.substring(colon + 1)));
    }

    private String host(String written) {
        boolean bracketed = written.startsWith("[") && written.endsWith("]");
        String host = bracketed ? written.substring(1, written.length() - 1) : written;
        if (host.equals(Address.WILDCARD)) {
            throw wrong("* is no host here; write 0.0.0.0 or [::]");
        }
        if ((bracketed || host.indexOf(':') >= 0) && !isIpv6(host)) {
            throw wrong(written + " is not an IPv6 address");
        }
        if (host.indexOf('/') >= 0 || host.chars().anyMatch(c -> c <= ' ')) {
            throw wrong("a host cannot contain a slash or a blank");
        }
        return host;
    }

    private int port(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong("the port \"" + digits + "\" is not a number from 1 to 65535");
        }
        // six digits are too many whatever they are, and may not fit an int
        int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw wrong("the port " + digits + " is not between 1 and 65535");
        }
        return port;
    }

    private static boolean isIpv6(String host) {
        try {
            return host.indexOf(':') >= 0
                    && !InetAddress.ofLiteral(host).getHostAddress().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Address address(Transport transport, String name, int port) {
        try {
            return new Address(transport, name, port, text);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("bad address \"" + text + "\": " + what);
    }
}
