package org.wirechief.net;

/// What a protocol does with the bytes of a FIFO, which come from any number of writers.
///
/// Called on the FIFO's thread ([FifoListener#threadId()]) only, never twice at once for one
/// listener; must not block. Work that may block runs elsewhere, after its reply FIFO was opened,
/// with a copy of the bytes.
///
/// Whatever it throws is counted and logged, and costs the bytes it was given; a handler that is
/// given several requests at once looks at each with [FifoReplies#alone].
public interface FifoHandler {

    /// Handles as many whole requests as are there. What is not used is kept within
    /// [FifoLimits#maxRequest()] and [FifoLimits#requestTimeout()] and offered again, together with
    /// what arrives later.
    ///
    /// @param bytes valid from `from` (inclusive) to `to` (exclusive) and only until this returns;
    ///     not to be changed
    /// @param fresh where the bytes of the last read begin; those before were offered already. One
    ///     write of up to 4096 bytes is never mixed with others, so a whole request that begins
    ///     here says that what stands before it was given up by its writer
    /// @param replies the same object at every call of one listener
    /// @return the number of bytes used, 0 when more are needed
    int received(byte[] bytes, int from, int fresh, int to, FifoReplies replies);

    /// Is told that what there was to do has been done: what was read was handled, and the requests
    /// whose reply FIFOs were open have run. Does nothing by itself.
    default void handled() {}

    /// Half a request is dropped, for its rest has not come in time, or will not.
    ///
    /// @param bytes valid from `from` (inclusive) to `to` (exclusive) and only until this returns
    default void expired(byte[] bytes, int from, int to, FifoReplies replies) {}

    /// A request is dropped, for it is longer than [FifoLimits#maxRequest()]. [#resync] follows.
    ///
    /// @param bytes what came of it so far, valid from `from` (inclusive) to `to` (exclusive) and
    ///     only until this returns
    default void tooLong(byte[] bytes, int from, int to, FifoReplies replies) {}

    /// Finds the next place where a request may begin, after one that was too long.
    ///
    /// @param bytes valid from `from` (inclusive) to `to` (exclusive) and only until this returns
    /// @return its index, -1 when there is none yet; all but the last few bytes are dropped then
    int resync(byte[] bytes, int from, int to);

    /// The listener's thread has ended though nobody closed it: nothing is read any more. Called
    /// once at most, on that thread.
    default void failed(Throwable cause) {}
}
