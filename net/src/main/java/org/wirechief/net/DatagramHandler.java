package org.wirechief.net;

/// What a protocol does with a datagram.
///
/// Called on one thread only, the socket's or one of its readers' ([DatagramReaders]). On a
/// socket's own thread it must not block; a reader that blocks delays nobody but itself. Work that
/// may block runs elsewhere with a copy of the bytes and answers through the same replies, which
/// may be used from any thread; how much of it may wait is for the handler to bound.
///
/// Whatever it throws is counted, reported to the error handler of the loop (UDP on a loop) or
/// logged, and concerns this datagram only.
public interface DatagramHandler {

    /// Handles one datagram, which may be empty.
    ///
    /// @param peer where it came from; not addressable if it cannot be answered
    /// @param bytes valid from `from` (inclusive) to `to` (exclusive) and only until this returns;
    ///     not to be changed
    /// @param replies the same object at every call of one listener
    void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies);

    /// Is told of a datagram that was longer than [DatagramLimits#maxRequest()] and was counted;
    /// [DatagramReaders] only. Does nothing by itself.
    ///
    /// @param bytes its beginning, from `from` (inclusive) to `to` (exclusive), until this returns
    default void tooLong(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {}

    /// Is told that the socket's own thread, or the reader this handler belongs to, has ended by a
    /// failure, not by being closed: nothing more comes. Called on that thread, once; not for UDP
    /// on a loop. The handler of the first reader is told likewise of the thread that tries parked
    /// replies again. Does nothing by itself.
    default void failed(Throwable cause) {}
}
