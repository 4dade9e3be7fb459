package org.wirechief.net;

import java.util.concurrent.atomic.LongAdder;

/// What happened on FIFOs, counted. Any thread may read a counter with [LongAdder#sum()]; only this
/// package counts. Every request that named a reply FIFO is in the end in exactly one of
/// `repliesSent`, `repliesExpired`, `repliesDropped`, `repliesReaderGone`, `sendErrors` (it ran)
/// and
/// `noReader`, `replyRefused`, `unrunDropped` (it did not).
public final class FifoCounters {
    FifoCounters() {}

    /// Times a request did not fit into [FifoLimits#maxRequest()]; it was dropped.
    public final LongAdder tooLong = new LongAdder();

    /// Times half a request was dropped because the rest did not come.
    public final LongAdder incompleteExpired = new LongAdder();

    /// Bytes written after a FIFO had been read for the last time, lost when it was closed.
    public final LongAdder unread = new LongAdder();

    /// Failed attempts to read, or to wait for something to read; reading pauses for a moment after
    /// each.
    public final LongAdder readErrors = new LongAdder();

    /// Requests whose handler threw.
    public final LongAdder handlerErrors = new LongAdder();

    /// Times the FIFO was made anew because its path had lost it, or on demand.
    public final LongAdder recreated = new LongAdder();

    /// Times that failed; it is tried again every second.
    public final LongAdder recreateErrors = new LongAdder();

    /// Requests that had to wait for a reader of their reply FIFO, or because too many were open.
    public final LongAdder waited = new LongAdder();

    /// Requests not run because nobody read their reply FIFO in time.
    public final LongAdder noReader = new LongAdder();

    /// Requests not run because there was no reply FIFO, or something else in its place.
    public final LongAdder replyRefused = new LongAdder();

    /// Requests not run because too many were waiting, too many reply FIFOs were open for too long,
    /// the system opened no more files, or the listener was closed.
    public final LongAdder unrunDropped = new LongAdder();

    /// Replies their FIFO took whole.
    public final LongAdder repliesSent = new LongAdder();

    /// Replies that had to wait because the reader did not read.
    public final LongAdder repliesParked = new LongAdder();

    /// Replies cut off because the reader took nothing for [FifoLimits#replyTimeout()].
    public final LongAdder repliesExpired = new LongAdder();

    /// Replies cut off because too much was parked already, or the listener was closed.
    public final LongAdder repliesDropped = new LongAdder();

    /// Replies whose reader went before it had everything.
    public final LongAdder repliesReaderGone = new LongAdder();

    /// Replies the system refused to write for another reason.
    public final LongAdder sendErrors = new LongAdder();
}
