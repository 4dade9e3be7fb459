package org.wirechief.wire.hep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;
import org.wirechief.core.Octets;

/// What the copies of one exchange have in common, as OpenSIPS makes it: `MICORR` and base64 of 20
/// bytes (spec mi-json §14).
///
/// @param process the sender's process id, 32 bits
/// @param started when it started, seconds since 1970, 32 bits
/// @param ticks of its clock, microseconds
/// @param random 32 bits
public record HepCorrelation(int process, int started, long ticks, int random) {
    private static final String PREFIX = "MICORR";
    private static final int BYTES = 20;

    /// As it stands in a packet, 34 characters.
    public Octets text() {
        byte[] bytes = new byte[BYTES];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(process)
                .putInt(started)
                .putLong(ticks)
                .putInt(random);
        return Octets.of(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /// Reads one; empty when it has another form.
    public static Optional<HepCorrelation> read(Octets text) {
        String letters = text.toString();
        if (!letters.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(letters.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return Optional.of(new HepCorrelation(in.getInt(), in.getInt(), in.getLong(), in.getInt()));
    }
}
