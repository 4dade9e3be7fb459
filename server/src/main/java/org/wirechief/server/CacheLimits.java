package org.wirechief.server;

import org.wirechief.core.ConfigError;

/// How much `cache_store` may store.
///
/// @param entries how many values
/// @param bytes how many bytes keys and values may take together
public record CacheLimits(int entries, long bytes) {
    public static final CacheLimits DEFAULT = new CacheLimits(10_000, 16L << 20);

    private static final int MOST_ENTRIES = 10_000_000;
    private static final long MOST_BYTES = 1L << 40;

    public CacheLimits {
        entries(entries);
        bytes(bytes);
    }

    /// The same with another number of values.
    ///
    /// @throws ConfigError when it is not from 0 to 10000000
    public CacheLimits withEntries(long other) {
        return new CacheLimits(entries(other), bytes);
    }

    /// The same with another number of bytes.
    ///
    /// @throws ConfigError when it is not from 0 to 2^40
    public CacheLimits withBytes(long other) {
        return new CacheLimits(entries, other);
    }

    // What no int holds is refused in the same words as what is too much.
    private static int entries(long value) {
        if (value < 0 || value > MOST_ENTRIES) {
            throw ConfigError.of("server.cache_entries", value, "allowed are 0 to " + MOST_ENTRIES);
        }
        return (int) value;
    }

    private static void bytes(long value) {
        if (value < 0 || value > MOST_BYTES) {
            throw ConfigError.of("server.cache_bytes", value, "allowed are 0 to " + MOST_BYTES + " bytes");
        }
    }
}
