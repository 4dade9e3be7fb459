package org.wirechief.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.wirechief.core.ProtocolError;

/// What has come over one connection and is not a whole reply yet.
final class Inbox {
    private static final int SMALLEST = 16 * 1024;
    private static final int LARGEST = 16 * 1024 * 1024;

    private final Conversation conversation;
    private byte[] bytes;
    private int filled;

    Inbox(Conversation conversation) {
        this.conversation = conversation;
        this.bytes = new byte[Math.max(SMALLEST, 2 * conversation.longestPacket())];
    }

    /// How many more bytes there is room for, at least 1.
    int room() {
        return bytes.length - filled;
    }

    /// Takes what has come, and hands the whole replies to the conversation.
    ///
    /// @param more no more than there is room for
    /// @param now when it came, as [System#nanoTime]
    /// @throws ProtocolError when no reply can begin like this, or it is too long
    void add(ByteBuffer more, long now) throws ProtocolError {
        int n = more.remaining();
        more.get(bytes, filled, n);
        filled += n;
        int used = conversation.received(bytes, 0, filled, now);
        System.arraycopy(bytes, used, bytes, 0, filled - used);
        filled -= used;
        if (filled == bytes.length) {
            if (filled >= LARGEST) {
                throw new ProtocolError("a reply of more than " + filled + " bytes");
            }
            bytes = Arrays.copyOf(bytes, 2 * filled);
        }
    }
}
