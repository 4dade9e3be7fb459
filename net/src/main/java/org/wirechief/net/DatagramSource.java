package org.wirechief.net;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where [DatagramReaders] take datagrams from. One reader at a time, except [#wake()].
interface DatagramSource {

    /// A datagram that was taken.
    ///
    /// @param length the bytes that were kept of it
    /// @param cut whether it was longer than what was kept
    /// @param more whether the next is there already: it came with the same system call
    record Taken(DatagramPeer peer, int length, boolean cut, boolean more) {}

    /// Takes a datagram, and waits for it unless the last one said that there are more.
    ///
    /// @param into gets its bytes; as long as the longest request
    /// @return null when woken, and now and then for no reason
    @Nullable
    Taken take(byte[] into) throws IOException;

    /// Ends the waiting; further waiting may end at once too. From any thread.
    void wake();

    /// Gives back what it holds, not the socket. Nobody waits any more.
    void close();
}
