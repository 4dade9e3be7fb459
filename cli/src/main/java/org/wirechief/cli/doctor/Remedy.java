package org.wirechief.cli.doctor;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What mends more than one thing.
final class Remedy {
    /// Where the servers may be that were not found where they were looked for.
    static final String DOORS = "chief doctor            (finds the doors of this host)";

    static final String STATUS = "systemctl status kamailio opensips wirechief";

    private Remedy() {}

    /// Starts the server whose door that is, if the address tells which.
    static String start(String node) {
        return unit(node).map(unit -> "systemctl restart " + unit).orElse(STATUS);
    }

    /// Shows what the server whose door that is has to say.
    static String log(String node) {
        return "journalctl -n 50 -u " + unit(node).orElse("kamailio -u opensips -u wirechief");
    }

    private static Optional<String> unit(String node) {
        String lower = node.toLowerCase(Locale.ROOT);
        return Stream.of("kamailio", "opensips", "wirechief")
                .filter(lower::contains)
                .findFirst();
    }
}
