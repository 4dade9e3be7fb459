package org.wirechief.net;

/// What a protocol does with a datagram.
///
/// Called on the socket's thread ([DatagramListener#threadId()]) only, never twice at once for one
/// listener; must not block. Work that may block runs elsewhere with a copy of the bytes and
/// answers through the same replies, which may be used from any thread; how much of it may wait is
/// for the handler to bound.
///
/// Whatever it throws is counted, reported to the error handler of the loop (UDP) or logged
/// (Unix), and concerns this datagram only.
public interface DatagramHandler {

    /// Handles one datagram, which may be empty.
    ///
    /// @param peer where it came from; not addressable if it cannot be answered
    /// @param bytes valid from `from` (inclusive) to `to` (exclusive) and only until this returns;
    ///     not to be changed
    /// @param replies the same object at every call of one listener
    void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies);
}
