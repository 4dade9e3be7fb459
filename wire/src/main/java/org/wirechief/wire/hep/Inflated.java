package org.wirechief.wire.hep;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;

/// Payloads in zlib's format (RFC 1950) or in gzip's (RFC 1952).
final class Inflated {
    private static final int GZIP_HEADER = 10;
    private static final int FIRST_GUESS = 4096;

    private Inflated() {}

    /// @param maxBytes how long it may become
    static Octets of(Octets compressed, int maxBytes) throws ProtocolError {
        byte[] bytes = compressed.toByteArray();
        boolean gzip = isGzip(bytes);
        Inflater inflater = new Inflater(gzip);
        try {
            int skipped = gzip ? GZIP_HEADER : 0;
            inflater.setInput(bytes, skipped, bytes.length - skipped);
            return inflate(inflater, maxBytes);
        } catch (DataFormatException e) {
            throw new ProtocolError("the compressed payload is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    /// Makes room for one byte more than allowed, which tells what is too long.
    private static Octets inflate(Inflater inflater, int maxBytes) throws DataFormatException, ProtocolError {
        byte[] out = new byte[(int) Math.min(FIRST_GUESS, maxBytes + 1L)];
        int length = 0;
        while (!inflater.finished()) {
            int more = inflater.inflate(out, length, out.length - length);
            length += more;
            if (length > maxBytes) {
                throw new ProtocolError("the compressed payload becomes longer than " + maxBytes + " bytes");
            } else if (length == out.length) {
                out = Arrays.copyOf(out, (int) Math.min(maxBytes + 1L, out.length * 2L));
            } else if (more == 0 && !inflater.finished()) {
                throw new ProtocolError("the compressed payload is cut short");
            }
        }
        return Octets.copyOf(out, 0, length);
    }

    private static boolean isGzip(byte[] bytes) throws ProtocolError {
        boolean gzip = bytes.length >= GZIP_HEADER && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        if (gzip && bytes[3] != 0) {
            throw new ProtocolError("the compressed payload has a gzip header with names or comments");
        }
        return gzip;
    }
}
