package org.wirechief.net;

/// What a channel registered with an [EventLoop] does when it becomes ready. Loop thread only.
interface LoopChannel {

    /// Reads, writes or accepts what can be without waiting.
    ///
    /// @param ops the ready operations, bits of [java.nio.channels.SelectionKey]
    void ready(int ops);

    /// The loop ends: close the channel now.
    void loopEnded();
}
