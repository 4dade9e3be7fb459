package org.wirechief.server;

import java.time.Instant;
import java.time.InstantSource;

/// Time that passes evenly from when it was made, though the system's clock is set meanwhile. Safe
/// for use by several threads.
final class SteadyTime implements InstantSource {
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
