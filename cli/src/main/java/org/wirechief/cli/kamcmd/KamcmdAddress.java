package org.wirechief.cli.kamcmd;

import java.util.regex.Pattern;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.Transport;

/// Reads addresses as kamcmd does, and fails as it does (spec ctl §14.1).
final class KamcmdAddress {
    /// The longest path of a Unix socket that kamcmd takes.
    private static final int LONGEST_PATH = 104;

    /// Addresses of the empty name of a Unix socket, where nobody listens.
    private static final Pattern NO_PATH = Pattern.compile("(unix[sd]?:(:[0-9]*)?|:)?", Pattern.CASE_INSENSITIVE);

    /// A port alone.
    private static final Pattern NO_HOST = Pattern.compile("((tcp|udp):)?:.+", Pattern.CASE_INSENSITIVE);

    private KamcmdAddress() {}

    /// @throws KamcmdError when it is none, or none to connect to
    static Address parse(KamcmdOptions options) throws KamcmdError {
        String text = options.address();
        if (NO_PATH.matcher(text).matches()) {
            throw unixFailure("", SystemError.ECONNREFUSED);
        }
        Address address = parse(text, options.udpByDefault());
        if (address.isWildcard()) {
            throw new KamcmdError(
                    "ERROR: could not resolve " + (NO_HOST.matcher(text).matches() ? "" : Address.WILDCARD));
        }
        int length = address.name().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (!address.transport().isNetwork() && length > LONGEST_PATH) {
            throw new KamcmdError("ERROR: connect_unix_sock: name too long (" + length + " > " + LONGEST_PATH + "): "
                    + address.name());
        }
        return address;
    }

    private static Address parse(String text, boolean udpByDefault) throws KamcmdError {
        AddressRules client = AddressRules.CTL_CLIENT;
        AddressRules rules = new AddressRules(
                client.schemes(),
                udpByDefault ? Transport.UDP : client.defaultTransport(),
                client.pathTransport(),
                client.defaultPort(),
                true,
                client.split());
        try {
            return Address.parse(text, rules);
        } catch (IllegalArgumentException e) {
            throw new KamcmdError("ERROR: error parsing server socket address " + text);
        }
    }

    /// Why a Unix socket cannot be connected to.
    static KamcmdError unixFailure(String path, SystemError error) {
        return new KamcmdError(
                "ERROR: connect_unix_sock: connect(" + path + "): " + error.text() + " [" + error.number() + "]");
    }
}
