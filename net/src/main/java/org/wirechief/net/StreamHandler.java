package org.wirechief.net;

/// What a protocol does with the bytes of a connection.
///
/// Called on the loop only, never twice at once; must not block. Work that may block runs
/// elsewhere: [StreamConnection#pause()], do it on another thread with a copy of the bytes, then
/// [EventLoop#execute(Runnable)] the sending and [StreamConnection#resume()].
///
/// Whatever it throws is reported to the loop's error handler and closes this connection only.
public interface StreamHandler {

    /// A connection was accepted; nothing has been read yet.
    default void opened(StreamConnection connection) {}

    /// Handles as many whole requests as are there and as [StreamConnection#wantsMore()] allows;
    /// it is true at the call. What is not used is kept and offered again, together with what
    /// arrives later. A request that needs more than [StreamLimits#maxRequest()] bytes never
    /// becomes whole: the connection is closed instead.
    ///
    /// All replies of one call should leave in one [StreamConnection#send(byte[], int, int)]. A
    /// handler that gathers more than it wants to hold sends what it has, then asks
    /// [StreamConnection#wantsMore()] again: what one call sends comes on top of
    /// [StreamLimits#sendQueueMax()].
    ///
    /// @param bytes valid from `from` (inclusive) to `to` (exclusive) and only until this returns;
    ///     not to be changed
    /// @return the number of bytes used, 0 when more are needed
    int received(StreamConnection connection, byte[] bytes, int from, int to);

    /// The connection ended, from whichever side. Called once, after [#opened(StreamConnection)],
    /// and never from inside another call of this handler.
    default void closed(StreamConnection connection) {}
}
