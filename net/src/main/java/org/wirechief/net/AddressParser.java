package org.wirechief.net;

import java.net.InetAddress;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one address text. See [AddressRules] for the grammar.
final class AddressParser {
    private final String text;
    private final AddressRules rules;

    AddressParser(String text, AddressRules rules) {
        this.text = text;
        this.rules = rules;
    }

    Address parse() {
        if (text.isEmpty()) {
            throw wrong("the text is empty");
        }
        int colon = text.indexOf(':');
        Transport scheme =
                colon < 0 ? null : rules.schemes().get(text.substring(0, colon).toLowerCase(Locale.ROOT));
        String rest = scheme == null ? text : text.substring(colon + 1);
        return rest.startsWith("[") ? bracketed(scheme, rest) : plain(scheme, rest);
    }

    private Address bracketed(@Nullable Transport scheme, String rest) {
        int end = rest.indexOf(']');
        String after = end < 0 ? "" : rest.substring(end + 1);
        if (end < 0 || !(after.isEmpty() || after.startsWith(":"))) {
            throw wrong("after [ an IPv6 address, ] and at most :port are expected");
        }
        Transport transport = scheme != null ? scheme : forPort();
        if (!transport.isNetwork()) {
            throw wrong("brackets are for IPv6 addresses of tcp and udp");
        }
        String host = rest.substring(1, end);
        if (host.indexOf(':') < 0 || !isLiteral(host)) {
            throw wrong("[" + host + "] is not an IPv6 address");
        }
        return network(transport, host, after.isEmpty() ? "" : after.substring(1));
    }

    private Address plain(@Nullable Transport scheme, String rest) {
        int colon = rest.indexOf(':');
        String name = colon < 0 ? rest : rest.substring(0, colon);
        @Nullable String port = colon < 0 ? null : rest.substring(colon + 1);
        if (port != null && scheme == null) {
            requireNoScheme(name, port);
        }
        if (port != null && port.indexOf(':') >= 0) {
            throw wrong("there is one colon too many; an IPv6 address stands in brackets, as in tcp:[::1]:2049");
        }
        Transport transport = scheme != null ? scheme : guess(name, port);
        if (!transport.isNetwork()) {
            return path(transport, name, port);
        }
        if (port == null && isDigits(name)) {
            return network(transport, "", name);
        }
        return network(transport, name, port == null ? "" : port);
    }

    /// Whoever misspells a scheme, or writes one that is none in this place, is told so, and not of
    /// a port.
    private void requireNoScheme(String word, String rest) {
        if (!isWord(word) || isLiteral(text)) {
            return;
        }
        int colon = rest.indexOf(':');
        if (rest.indexOf('/') >= 0 || (colon >= 0 && !isDigits(rest.substring(0, colon)))) {
            throw wrong(word + " is no scheme here");
        }
        if (colon < 0
                && !rest.isEmpty()
                && !isDigits(rest)
                && service(forPort(), rest).isEmpty()) {
            throw wrong(word + " is no scheme here, and " + rest + " is neither a number nor a service in "
                    + Services.FILE);
        }
    }

    /// As schemes are; dots are for hosts.
    private static boolean isWord(String text) {
        return !text.isEmpty()
                && isLetter(text.charAt(0))
                && text.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-');
    }

    private static boolean isLetter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private Transport guess(String name, @Nullable String port) {
        if (port != null) {
            return forPort();
        }
        return name.indexOf('/') >= 0 ? rules.pathTransport() : rules.defaultTransport();
    }

    private Transport forPort() {
        return rules.defaultTransport().isNetwork() ? rules.defaultTransport() : Transport.UDP;
    }

    private Address path(Transport transport, String name, @Nullable String port) {
        if (name.isEmpty()) {
            throw wrong("a path is missing after " + transport.scheme() + ":");
        }
        return address(transport, name, port == null || port.isEmpty() ? 0 : port(transport, port));
    }

    private Address network(Transport transport, String name, String port) {
        if (name.indexOf('/') >= 0) {
            throw wrong("a host cannot contain a slash, and a path cannot contain a colon");
        }
        String host = name.isEmpty() ? Address.WILDCARD : name;
        if (host.equals(Address.WILDCARD) && !rules.wildcard()) {
            throw wrong("a host is missing; " + Address.WILDCARD + " is no address to connect to");
        }
        int number = port.isEmpty() ? 0 : port(transport, port);
        return address(transport, host, number == 0 ? rules.defaultPort() : number);
    }

    private Address address(Transport transport, String name, int port) {
        try {
            return new Address(transport, name, port, text);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private int port(Transport transport, String port) {
        if (isDigits(port)) {
            // six digits are over 65535 whatever they are, and may not fit an int
            int number = port.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(port);
            if (number > 65535) {
                throw wrong("port " + port + " is not between 0 and 65535");
            }
            return number;
        }
        return service(transport, port)
                .orElseThrow(() -> wrong("port " + port + " is neither a number nor a service in " + Services.FILE));
    }

    private static OptionalInt service(Transport transport, String name) {
        return Services.SYSTEM.port(name, transport == Transport.UDP ? "udp" : "tcp");
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isLiteral(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private IllegalArgumentException wrong(@Nullable String what) {
        String allowed = rules.schemes().entrySet().stream()
                .map(word -> word.getKey() + (word.getValue().isNetwork() ? ":host:port" : ":path"))
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException("bad address \"" + text + "\": " + what + "; allowed are " + allowed);
    }
}
