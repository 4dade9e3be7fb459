package org.wirechief.endpoint.hep;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.wirechief.core.ConfigError;

/// Reads `[name]host[:port][;transport=udp|tcp|tls][;version=1|2|3]` (spec mi-text §11.1).
final class HepIdReader {
    private static final int PORT = 9060;
    private static final int HIGHEST_PORT = 65535;

    private final String parameter;
    private final String text;
    private final Set<String> given = new HashSet<>();
    private HepTransport transport = HepTransport.TCP;
    private int version = HepId.STREAMED;

    private HepIdReader(String parameter, String text) {
        this.parameter = parameter;
        this.text = text;
    }

    /// @param parameter whose value it is, for messages
    /// @throws ConfigError when it is none
    static HepId read(String parameter, String text) {
        return new HepIdReader(parameter, text.strip()).read();
    }

    private HepId read() {
        int bracket = text.indexOf(']');
        if (!text.startsWith("[") || bracket < 0) {
            throw wrong("begin with a name in brackets, [hep_dest]10.0.0.2:9060;transport=udp");
        }
        String name = text.substring(1, bracket).strip();
        if (name.isEmpty()) {
            throw wrong("a name is missing between the brackets");
        }
        String[] parts = text.substring(bracket + 1).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            set(parts[i].strip());
        }
        boolean fellBack = version < HepId.STREAMED && transport == HepTransport.TCP;
        if (version < HepId.STREAMED && transport == HepTransport.TLS) {
            throw wrong("version " + version + " goes over udp only; leave version out for tls");
        }
        return place(name, parts[0].strip(), fellBack);
    }

    private HepId place(String name, String place, boolean fellBack) {
        String host = place;
        String port = "";
        int colon = place.lastIndexOf(':');
        if (place.startsWith("[") && place.indexOf(']') > 0) {
            host = place.substring(1, place.indexOf(']'));
            String rest = place.substring(place.indexOf(']') + 1);
            if (!rest.isEmpty() && !rest.startsWith(":")) {
                throw wrong("a colon is missing before the port");
            }
            port = rest;
        } else if (colon >= 0 && place.indexOf(':') == colon) {
            host = place.substring(0, colon);
            port = place.substring(colon);
        }
        if (host.isEmpty()) {
            throw wrong("the collector's host is missing, write [" + name + "]host:port and then the rest");
        }
        HepTransport carrier = fellBack ? HepTransport.UDP : transport;
        return new HepId(name, host, port.isEmpty() ? PORT : number(port.substring(1)), carrier, version, fellBack);
    }

    private int number(String digits) {
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = isNumber ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw wrong("'" + digits + "' is no port, allowed are 1 to " + HIGHEST_PORT);
        }
        return port;
    }

    private void set(String setting) {
        if (setting.isEmpty()) {
            return;
        }
        int equals = setting.indexOf('=');
        String key = equals < 0 ? setting : setting.substring(0, equals).strip();
        String value = equals < 0 ? "" : setting.substring(equals + 1).strip();
        if (!given.add(key)) {
            throw wrong(key + " is set twice");
        }
        switch (key) {
            case "transport" ->
                transport = switch (value.toLowerCase(Locale.ROOT)) {
                    case "udp" -> HepTransport.UDP;
                    case "tcp" -> HepTransport.TCP;
                    case "tls" -> HepTransport.TLS;
                    default -> throw wrong("transport can be udp, tcp or tls");
                };
            case "version" ->
                version = switch (value) {
                    case "1" -> 1;
                    case "2" -> 2;
                    case "3" -> HepId.STREAMED;
                    default -> throw wrong("version can be 1, 2 or 3");
                };
            default -> throw wrong("'" + key + "' is nothing one can set, there are transport and version");
        }
    }

    private ConfigError wrong(String what) {
        return ConfigError.of(parameter, text, what);
    }
}
