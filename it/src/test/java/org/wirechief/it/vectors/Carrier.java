package org.wirechief.it.vectors;

import org.wirechief.testkit.GoldenVector;

/// What a vector travels in.
final class Carrier {
    private Carrier() {}

    /// Whether it goes over a stream; otherwise it goes in datagrams.
    static boolean isStream(GoldenVector vector) {
        return switch (vector.text("transport")) {
            case "unixs", "tcp" -> true;
            case "unixd", "udp" -> false;
            default -> throw new IllegalArgumentException(vector.name() + ": transport " + vector.text("transport"));
        };
    }
}
