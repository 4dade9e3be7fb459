package org.wirechief.net;

import java.util.concurrent.atomic.LongAdder;

/// What happened on datagram sockets, counted. Any thread may read a counter with
/// [LongAdder#sum()]; only this package counts. Every answer that was to be sent is in the end in
/// exactly one of `sent`, `repliesUnaddressable`, `repliesDropped`, `repliesExpired`,
/// `repliesPeerGone` and `sendErrors`.
public final class DatagramCounters {
    DatagramCounters() {}

    /// Datagrams taken in, those that are too long included.
    public final LongAdder received = new LongAdder();

    /// Datagrams dropped because they were longer than [DatagramLimits#maxRequest()].
    public final LongAdder tooLong = new LongAdder();

    /// Failed attempts to receive; receiving pauses for a moment after each.
    public final LongAdder receiveErrors = new LongAdder();

    /// Datagrams whose handler threw.
    public final LongAdder handlerErrors = new LongAdder();

    /// Datagrams the system took to send.
    public final LongAdder sent = new LongAdder();

    /// Answers to peers that cannot be sent to: an unbound Unix socket, port 0.
    public final LongAdder repliesUnaddressable = new LongAdder();

    /// Answers that had to wait because the peer did not read, or over UDP because the own buffer
    /// was full.
    public final LongAdder repliesParked = new LongAdder();

    /// Answers dropped because too much was waiting already, or the listener was closed.
    public final LongAdder repliesDropped = new LongAdder();

    /// Answers that waited longer than [DatagramLimits#replyTimeout()].
    public final LongAdder repliesExpired = new LongAdder();

    /// Answers to peers that do not exist any more.
    public final LongAdder repliesPeerGone = new LongAdder();

    /// Answers the system refused to send for another reason: no permission, no route.
    public final LongAdder sendErrors = new LongAdder();
}
