package org.wirechief.net;

/// Sends the answers of one datagram socket without waiting, and parks what cannot be sent now. One
/// thread at a time.
interface ReplySender {

    /// Takes an answer, which leaves at [#flush()] at the latest.
    void add(DatagramPeer peer, byte[] bytes, int from, int to);

    /// Sends what was taken.
    void flush();

    /// Tries the parked answers that are due. Not between [#add] and [#flush()].
    void retry(long now);
}
