package org.wirechief.bench;

import java.nio.ByteBuffer;
import org.wirechief.core.ProtocolError;

/// What is said over one connection: a [Loop] moves the bytes, this decides which. Called on the
/// loop's thread; must not block.
interface Conversation {
    /// Bytes of the longest request.
    int longestRequest();

    /// Bytes of the longest packet that is sent, and that is expected.
    default int longestPacket() {
        return longestRequest();
    }

    /// The most requests that may be asked for before a reply comes.
    int outstanding();

    /// Whether another request is to be sent now.
    boolean wantsToSend();

    /// Appends that request.
    ///
    /// @param now when it leaves, as [System#nanoTime]
    void request(ByteBuffer out, long now);

    /// Takes the whole replies that stand at `from`.
    ///
    /// @param now when they came, as [System#nanoTime]
    /// @return how many bytes they have; the rest is offered again with what follows it
    /// @throws ProtocolError when no reply can begin like this, which ends the connection
    int received(byte[] bytes, int from, int to, long now) throws ProtocolError;

    /// Something came that is no reply, and the connection goes on.
    void broken(String why);

    /// The connection has ended, and nothing more will come.
    void ended(String why);
}
