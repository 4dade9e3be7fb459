package org.wirechief.cli.hep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirechief.cli.command.UsageError;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.Transport;

/// Where to listen: `udp:HOST:PORT`, `tcp:HOST:PORT`, and both where nothing of that kind is said;
/// `tls:HOST:PORT`, which is TCP. A missing port is 9060, a missing host every IPv4 address of this
/// machine.
final class ListenAddresses {
    private static final int PORT = 9060;

    private ListenAddresses() {}

    /// @param words none means both at every address
    static List<Address> parse(List<String> words) throws UsageError {
        List<Address> addresses = new ArrayList<>();
        for (String word : words.isEmpty() ? List.of(Address.WILDCARD) : words) {
            Address address = parse(word);
            addresses.add(address);
            if (!saysTransport(word)) {
                addresses.add(Address.tcp(address.name(), address.port()));
            }
        }
        return addresses;
    }

    private static Address parse(String word) throws UsageError {
        Map<String, Transport> schemes = new LinkedHashMap<>();
        schemes.put("udp", Transport.UDP);
        schemes.put("tcp", Transport.TCP);
        schemes.put("tls", Transport.TCP);
        AddressRules rules = new AddressRules(
                Collections.unmodifiableMap(schemes),
                Transport.UDP,
                Transport.UDP,
                PORT,
                true,
                AddressRules.Split.FIRST_COLON);
        try {
            return Address.parse(word, rules);
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private static boolean saysTransport(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith("udp:") || lower.startsWith("tcp:") || lower.startsWith("tls:");
    }

    /// Whether TLS was asked for.
    static boolean isTls(Address address) {
        return address.configured().toLowerCase(Locale.ROOT).startsWith("tls:");
    }
}
