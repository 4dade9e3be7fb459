package org.wirechief.net;

/// What a protocol does with a datagram.
///
/// Called on one thread only, one of the readers of a [DatagramListener]. A reader that blocks
/// delays what only it could take: a single one must not block. Work that may block runs elsewhere
/// with a copy of the bytes and answers through the same replies, which may be used from any
/// thread; how much of it may wait is for the handler to bound.
///
/// Whatever it throws is counted, logged, and concerns this datagram only.
public interface DatagramHandler {

    /// Handles one datagram, which may be empty.
    ///
    /// @param peer where it came from; not addressable if it cannot be answered
    /// @param bytes valid from `from` (inclusive) to `to` (exclusive) and only until this returns;
    ///     not to be changed
    /// @param replies the same object at every call of one handler
    void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies);

    /// Is told that what came together was handled, and that the answers leave now; a single
    /// datagram too may have come together. Does nothing by itself.
    default void handled() {}

    /// Is told of a datagram that was longer than [DatagramLimits#maxRequest()] and was counted.
    /// Does nothing by itself.
    ///
    /// @param bytes its beginning, from `from` (inclusive) to `to` (exclusive), until this returns
    default void tooLong(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {}

    /// Is told that the reader this handler belongs to has ended by a failure, not by being closed:
    /// nothing more comes. Called on that thread, once. The handler of the first reader is told
    /// likewise of the thread that tries parked replies again. Does nothing by itself.
    default void failed(Throwable cause) {}
}
