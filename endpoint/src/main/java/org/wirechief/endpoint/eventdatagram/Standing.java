package org.wirechief.endpoint.eventdatagram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;

/// A subscription that is made when the server starts.
///
/// @param lifetime null for ever
record Standing(String event, String socket, @Nullable Duration lifetime) {
    private static final String PARAMETER = "event_datagram.subscribe";
    private static final String ALLOWED = "wanted are an event, a socket and at most the seconds it lasts, such as"
            + " E_PIKE_BLOCKED udp:127.0.0.1:8081 3600";

    /// @throws ConfigError when the socket cannot be one
    Standing {
        try {
            if (EventSocket.parse(Octets.of(socket)) == null) {
                throw ConfigError.of(
                        PARAMETER, socket, "no socket; allowed are udp:host:port, unix:path, unix:@name, a path");
            }
        } catch (Fault e) {
            throw ConfigError.of(PARAMETER, socket, e.reason());
        }
        if (lifetime != null && lifetime.isZero()) {
            throw ConfigError.of(PARAMETER, "0", "a subscription lasts 1 second or more, or for ever");
        }
    }

    /// Whether its host is a name.
    boolean isNamed() {
        EventSocket parsed = EventSocket.parse(Octets.of(socket));
        return parsed != null && parsed.isNamed();
    }

    /// Reads `EVENT SOCKET [SECONDS]`.
    static Standing parse(String text) {
        String[] words = text.strip().split("[ \t]+");
        if (words.length < 2 || words.length > 3) {
            throw ConfigError.of(PARAMETER, "\"" + text + "\"", ALLOWED);
        }
        if (words.length == 2) {
            return new Standing(words[0], words[1], null);
        }
        if (!words[2].matches("[0-9]{1,9}")) {
            throw ConfigError.of(PARAMETER, words[2], "no number of seconds; " + ALLOWED);
        }
        return new Standing(words[0], words[1], Duration.ofSeconds(Long.parseLong(words[2])));
    }
}
