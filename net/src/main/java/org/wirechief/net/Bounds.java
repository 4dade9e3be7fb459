package org.wirechief.net;

import java.time.Duration;

/// What a limit may be, and how one is refused that may not.
final class Bounds {
    private Bounds() {}

    /// @throws IllegalArgumentException unless it is 1 to `max`
    static void requireCount(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " " + value + " is not between 1 and " + max);
        }
    }

    /// @throws IllegalArgumentException unless it is more than 0 and at most `longest`
    static void requireTime(String name, Duration value, Duration longest) {
        if (!value.isPositive() || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException(name + " " + value + " is not more than 0 and at most " + longest);
        }
    }
}
