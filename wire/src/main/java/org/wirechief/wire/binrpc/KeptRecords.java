package org.wirechief.wire.binrpc;

import java.util.Arrays;
import org.wirechief.wire.ReplyBuffer;

/// Records of an answer as they are sent, kept for the next time. Immutable.
final class KeptRecords {
    private final BinrpcRules rules;
    private final byte[] bytes;
    private final int room;

    /// Copies what stands in `out` from `from` on.
    ///
    /// @param rules they were written by
    /// @param room what they take of the answer's bound: a struct in it takes its tags only
    KeptRecords(BinrpcRules rules, ReplyBuffer out, int from, int room) {
        this.rules = rules;
        this.bytes = Arrays.copyOfRange(out.bytes(), from, out.size());
        this.room = room;
    }

    BinrpcRules rules() {
        return rules;
    }

    int length() {
        return bytes.length;
    }

    int room() {
        return room;
    }

    void writeTo(ReplyBuffer out) {
        out.append(bytes, 0, bytes.length);
    }
}
