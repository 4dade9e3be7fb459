package org.wirechief.wire.hep;

import org.wirechief.wire.ReplyBuffer;

/// Writes numbers of a fixed size.
final class BigEndian {
    private BigEndian() {}

    /// Appends the low `count` bytes of the number.
    static void write(ReplyBuffer out, long number, int count) {
        for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) {
            out.append((int) (number >>> shift));
        }
    }
}
