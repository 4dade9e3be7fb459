package org.wirechief.endpoint;

import java.time.Duration;

/// What a module allows its connections.
///
/// @param connections how many there may be at once
/// @param queued bytes of answers a client may leave unread before it is parked
/// @param idle how long one may be silent; zero for ever
/// @param stalled how long a client may leave answers without taking a byte; zero for ever
public record ConnectionLimits(int connections, long queued, Duration idle, Duration stalled) {
    /// Of a module that has no connections.
    public static final ConnectionLimits NONE = new ConnectionLimits(0, 0, Duration.ZERO, Duration.ZERO);
}
