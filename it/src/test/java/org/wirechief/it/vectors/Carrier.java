package org.wirechief.it.vectors;

import org.wirechief.testkit.GoldenVector;

/// Which vectors go over a stream.
final class Carrier {
    private Carrier() {}

    /// UDP has a test of its own; of Unix datagrams the JDK knows nothing, kamcmd speaks them.
    static boolean isStream(GoldenVector vector) {
        return switch (vector.text("transport")) {
            case "unixs", "tcp" -> true;
            case "unixd", "udp" -> false;
            default -> throw new IllegalArgumentException(vector.name() + ": transport " + vector.text("transport"));
        };
    }
}
