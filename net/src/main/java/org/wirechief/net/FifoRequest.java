package org.wirechief.net;

/// A request that waits for its reply FIFO. Exactly one of its methods is called, once, on the
/// FIFO's thread.
public interface FifoRequest {

    /// Runs it; must not block. [ReplyFifo#answer] must follow, now or later, from any thread:
    /// until then the FIFO stays open and requests that name the same one wait.
    void run(ReplyFifo reply);

    /// It will not run: its FIFO could not be opened, in time or at all, too many were waiting, or
    /// the listener was closed.
    default void dropped() {}
}
