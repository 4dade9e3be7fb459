package org.wirechief.bench;

import java.time.Duration;

/// When a run begins to count and when it ends.
///
/// @param warmUp from the first request on; replies are checked and not counted
/// @param measured the longest time that is counted, up to 10 minutes
/// @param count right replies after which counting ends sooner; 0 is no such number
/// @param patience a request that waits longer for its reply is lost
record Timing(Duration warmUp, Duration measured, long count, Duration patience) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    Timing {
        check("a warm-up", warmUp, Duration.ZERO);
        check("a run", measured, Duration.ofMillis(1));
        check("the wait for a reply", patience, Duration.ofMillis(1));
        if (count < 0) {
            throw new IllegalArgumentException(count + " replies; 0 or more are needed");
        }
    }

    private static void check(String what, Duration time, Duration shortest) {
        if (time.compareTo(shortest) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " of " + time.toMillis() + " ms; allowed are "
                    + shortest.toMillis() + " to " + LONGEST.toMillis());
        }
    }

    /// So long, and two seconds for a reply.
    static Timing of(Duration warmUp, Duration measured) {
        return new Timing(warmUp, measured, 0, Duration.ofSeconds(2));
    }
}
