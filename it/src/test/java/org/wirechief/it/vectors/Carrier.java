package org.wirechief.it.vectors;

import org.wirechief.testkit.GoldenVector;

/// Which vectors have a door to go through.
final class Carrier {
    private Carrier() {}

    /// Datagram carriers are not served yet: the one filter to remove when they are.
    static boolean isServed(GoldenVector vector) {
        return switch (vector.text("transport")) {
            case "unixs", "tcp" -> true;
            case "unixd", "udp" -> false;
            default -> throw new IllegalArgumentException(vector.name() + ": transport " + vector.text("transport"));
        };
    }
}
