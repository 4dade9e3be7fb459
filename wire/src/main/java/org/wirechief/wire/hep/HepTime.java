package org.wirechief.wire.hep;

import java.time.Instant;

/// When something was captured.
///
/// @param seconds since 1970, 0 to 2^32-1
/// @param micros of the second; 0 to 2^32-1, as packets may say what they like
public record HepTime(long seconds, long micros) {
    /// @throws IllegalArgumentException when a number does not fit 32 bits
    public HepTime {
        if (seconds >>> 32 != 0 || micros >>> 32 != 0) {
            throw new IllegalArgumentException(seconds + " s and " + micros + " µs are not both between 0 and 2^32-1");
        }
    }

    /// Years beyond 2106 begin again at 1970: the wire has 32 bits.
    public static HepTime of(Instant instant) {
        return new HepTime(instant.getEpochSecond() & 0xFFFF_FFFFL, instant.getNano() / 1000);
    }

    public Instant instant() {
        return Instant.ofEpochSecond(seconds, micros * 1000);
    }
}
