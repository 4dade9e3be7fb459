package org.wirechief.net;

/// Sends answers from one listener's socket. From any thread.
public interface DatagramReplies {

    /// Sends one datagram, soon, and never waits.
    ///
    /// What is sent to one peer stays in the order of the calls. A peer that cannot take it now has
    /// it parked within the [DatagramLimits]: what does not fit in is dropped, newest first, what
    /// waits too long expires, and when the peer is gone everything parked for it is dropped. All
    /// of it is counted in [DatagramCounters] and none of it reported to the caller; so is what is
    /// sent to a peer that is not addressable, or after the listener was closed.
    ///
    /// @param from first byte, inclusive
    /// @param to last byte, exclusive; the bytes may be used again when this returns
    /// @throws IllegalArgumentException if it is longer than [DatagramLimits#maxReply()], or the
    ///     peer another transport's
    /// @throws IndexOutOfBoundsException if the range is not within the bytes
    void send(DatagramPeer peer, byte[] bytes, int from, int to);

    /// Lets what was sent here leave before this returns, where answers to datagrams that came
    /// together leave together. For those after which something is done.
    default void flush() {}
}
