package org.wirechief.core.event;

/// How much may wait for one receiver, and what gives way beyond that.
///
/// @param events at least 1
/// @param bytes of them, at least 1; an event longer than that waits only alone
/// @param overflow what gives way
public record LineLimits(int events, int bytes, Overflow overflow) {
    /// What gives way when no more may wait.
    public enum Overflow {
        /// What has waited longest: the receiver gets the latest news.
        DROP_OLDEST,
        /// What has just been raised: the receiver gets what led to the jam.
        DROP_NEWEST
    }

    /// @throws IllegalArgumentException naming the value that is out of range
    public LineLimits {
        if (events < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "nothing could wait: " + events + " events and " + bytes + " bytes, both are at least 1");
        }
    }
}
