package org.wirechief.wire.mitext;

import java.util.Arrays;
import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// The bytes of one reply at the end of a buffer. What does not fit is not written, and
/// remembered.
final class NodeBuffer {
    private final ReplyBuffer out;
    private final int start;
    private final int end;
    private boolean tooSmall;

    /// Begins at the end of `out` and takes `room` bytes at most.
    NodeBuffer(ReplyBuffer out, int room) {
        this.out = out;
        this.start = out.size();
        this.end = start + room;
    }

    /// Where the next byte goes.
    int position() {
        return out.size();
    }

    /// Whether something did not fit since the beginning or the last [#clear()].
    boolean isTooSmall() {
        return tooSmall;
    }

    /// Begins again.
    void clear() {
        out.truncate(start);
        tooSmall = false;
    }

    void append(int octet) {
        if (hasRoom(1)) {
            out.append(octet);
        }
    }

    void append(Octets octets) {
        if (hasRoom(octets.length())) {
            out.append(octets);
        }
    }

    /// Writes text before the byte at `at`, as the original copies it: everything behind its first
    /// zero byte becomes zero (spec mi-text §3.2, `grammar/nul-in-value`).
    ///
    /// @return where it ends
    int insert(int at, Octets text) {
        if (!hasRoom(text.length())) {
            return at;
        }
        out.insert(at, text.length());
        int end = at + text.length();
        text.copyTo(out.bytes(), at);
        Arrays.fill(out.bytes(), at + text.untilNul().length(), end, (byte) 0);
        return end;
    }

    private boolean hasRoom(int more) {
        tooSmall |= more > end - out.size();
        return !tooSmall;
    }
}
