package org.wirechief.net;

import java.time.Duration;

/// What a connection may hold and how long it may take. Times are at most 365 days;
/// [Duration#ZERO] switches a time limit off.
///
/// @param maxRequest bytes of the longest request, 1 to 16 MiB. A connection whose incomplete
///     request fills this many bytes is closed without an answer and counted (spec ctl §7.1: 65535
///     are processed, 65536 close)
/// @param sendQueueMax bytes; a connection whose peer leaves this many unread is parked: nothing
///     more is read from it or handled until less than half is left. At least 1
/// @param requestTimeout how long a request may stay half sent
/// @param idleTimeout how long a connection may be silent in both directions while nothing of it
///     is being worked on
/// @param stallTimeout how long a peer may leave queued replies without taking a single byte
public record StreamLimits(
        int maxRequest, int sendQueueMax, Duration requestTimeout, Duration idleTimeout, Duration stallTimeout) {

    private static final int LONGEST_REQUEST = 16 * 1024 * 1024;
    private static final Duration LONGEST_TIME = Duration.ofDays(365);

    /// Requests up to 65535 bytes, 256 KiB of unread replies, 30 s for half a request, no limit on
    /// idleness, 60 s for a peer that stopped reading.
    public static final StreamLimits DEFAULT =
            new StreamLimits(65535, 256 * 1024, Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(60));

    /// @throws IllegalArgumentException naming the value that is out of range
    public StreamLimits {
        Bounds.requireCount("maxRequest", maxRequest, LONGEST_REQUEST);
        Bounds.requireCount("sendQueueMax", sendQueueMax, Integer.MAX_VALUE);
        requireInRange("requestTimeout", requestTimeout);
        requireInRange("idleTimeout", idleTimeout);
        requireInRange("stallTimeout", stallTimeout);
    }

    /// The same limits with another longest request.
    public StreamLimits withMaxRequest(int bytes) {
        return new StreamLimits(bytes, sendQueueMax, requestTimeout, idleTimeout, stallTimeout);
    }

    /// The same limits with another queue bound.
    public StreamLimits withSendQueueMax(int bytes) {
        return new StreamLimits(maxRequest, bytes, requestTimeout, idleTimeout, stallTimeout);
    }

    /// The same limits with another time for half a request.
    public StreamLimits withRequestTimeout(Duration timeout) {
        return new StreamLimits(maxRequest, sendQueueMax, timeout, idleTimeout, stallTimeout);
    }

    /// The same limits with another time for a silent connection.
    public StreamLimits withIdleTimeout(Duration timeout) {
        return new StreamLimits(maxRequest, sendQueueMax, requestTimeout, timeout, stallTimeout);
    }

    /// The same limits with another time for a peer that stopped reading.
    public StreamLimits withStallTimeout(Duration timeout) {
        return new StreamLimits(maxRequest, sendQueueMax, requestTimeout, idleTimeout, timeout);
    }

    private static void requireInRange(String name, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST_TIME) > 0) {
            throw new IllegalArgumentException(
                    name + " " + value + " is not between 0 (off) and " + LONGEST_TIME.toDays() + " days");
        }
    }
}
