package org.wirechief.net;

import java.util.concurrent.atomic.LongAdder;

/// What happened on the sockets, counted. Any thread may read a counter with [LongAdder#sum()];
/// only this package counts.
public final class NetCounters {
    /// All counters at zero.
    public NetCounters() {}

    /// Connections taken in.
    public final LongAdder accepted = new LongAdder();

    /// Connections closed at once because the [ConnectionBudget] was used up.
    public final LongAdder refusedOverLimit = new LongAdder();

    /// Failed accepts; accepting pauses for a moment after each.
    public final LongAdder acceptErrors = new LongAdder();

    /// Connections that ended, for whatever reason.
    public final LongAdder closed = new LongAdder();

    /// Connections closed because a request was longer than [StreamLimits#maxRequest()].
    public final LongAdder closedOverrun = new LongAdder();

    /// Times a connection was parked because its peer did not read.
    public final LongAdder parked = new LongAdder();

    /// Times a parked connection went on.
    public final LongAdder resumed = new LongAdder();

    /// Connections closed with a request half sent.
    public final LongAdder timedOutRequest = new LongAdder();

    /// Connections closed for silence.
    public final LongAdder timedOutIdle = new LongAdder();

    /// Connections closed because the peer took no byte of its replies.
    public final LongAdder timedOutStalled = new LongAdder();

    /// Connections closed because the peer kept its side open for a second after our last byte.
    public final LongAdder timedOutLinger = new LongAdder();

    /// What happened on datagram sockets.
    public final DatagramCounters datagrams = new DatagramCounters();

    /// What happened on FIFOs.
    public final FifoCounters fifos = new FifoCounters();

    /// Bytes read.
    public final LongAdder bytesIn = new LongAdder();

    /// Bytes the sockets took.
    public final LongAdder bytesOut = new LongAdder();

    /// Connections closed by an error while reading, a reset for example.
    public final LongAdder readErrors = new LongAdder();

    /// Connections closed by an error while writing.
    public final LongAdder writeErrors = new LongAdder();

    /// Connections closed because their handler threw.
    public final LongAdder handlerErrors = new LongAdder();
}
