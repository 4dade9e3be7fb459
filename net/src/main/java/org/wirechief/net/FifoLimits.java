package org.wirechief.net;

import java.time.Duration;

/// What a FIFO may hold and how long its clients may take. Times are more than 0 and at most a day.
///
/// @param maxRequest bytes of the longest request, 1 to 16 MiB; a longer one is dropped and counted
/// @param requestTimeout how long half a request is kept after its last byte came
/// @param openTimeout how long a request waits for somebody to open its reply FIFO, before it is
///     dropped unrun
/// @param replyTimeout how long a reader may take nothing of its reply, before the rest is dropped
/// @param waiting requests that wait for their reply FIFO, all together, at least 1; beyond it the
///     oldest is dropped unrun
/// @param waitingBytes bytes of them, at least 1
/// @param openReplies reply FIFOs open at the same time, 1 to 4096; beyond it the reply is dropped
///     whose reader has taken nothing for longest
/// @param parkedBytes bytes that may wait for the reader of one reply FIFO, at least 1; what is
///     longer is dropped
/// @param parkedBytesInAll bytes of all of them, at least 1; beyond it the reply is dropped whose
///     reader has taken nothing for longest
/// @param checkEvery how often the path is checked where the system does not tell of every change
public record FifoLimits(
        int maxRequest,
        Duration requestTimeout,
        Duration openTimeout,
        Duration replyTimeout,
        int waiting,
        int waitingBytes,
        int openReplies,
        int parkedBytes,
        int parkedBytesInAll,
        Duration checkEvery) {

    private static final int LONGEST_REQUEST = 16 * 1024 * 1024;
    private static final int MOST_OPEN = 4096;
    private static final Duration LONGEST_TIME = Duration.ofDays(1);

    /// Requests up to 65535 bytes, 5 s for the rest of one, 3 s for a reader to come and 10 s for
    /// it to go on; 4096 requests and 16 MiB of them wait, 512 replies are open, of which each may
    /// leave 16 MiB and all together 64 MiB unread; a check every 30 s.
    public static final FifoLimits DEFAULT = new FifoLimits(
            65535,
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            4096,
            16 * 1024 * 1024,
            512,
            16 * 1024 * 1024,
            64 * 1024 * 1024,
            Duration.ofSeconds(30));

    /// @throws IllegalArgumentException naming the value that is out of range
    public FifoLimits {
        Bounds.requireCount("maxRequest", maxRequest, LONGEST_REQUEST);
        Bounds.requireCount("waiting", waiting, Integer.MAX_VALUE);
        Bounds.requireCount("waitingBytes", waitingBytes, Integer.MAX_VALUE);
        Bounds.requireCount("openReplies", openReplies, MOST_OPEN);
        Bounds.requireCount("parkedBytes", parkedBytes, Integer.MAX_VALUE);
        Bounds.requireCount("parkedBytesInAll", parkedBytesInAll, Integer.MAX_VALUE);
        Bounds.requireTime("requestTimeout", requestTimeout, LONGEST_TIME);
        Bounds.requireTime("openTimeout", openTimeout, LONGEST_TIME);
        Bounds.requireTime("replyTimeout", replyTimeout, LONGEST_TIME);
        Bounds.requireTime("checkEvery", checkEvery, LONGEST_TIME);
    }

    /// The same limits with another longest request.
    public FifoLimits withMaxRequest(int bytes) {
        return new FifoLimits(
                bytes,
                requestTimeout,
                openTimeout,
                replyTimeout,
                waiting,
                waitingBytes,
                openReplies,
                parkedBytes,
                parkedBytesInAll,
                checkEvery);
    }

    /// The same limits with other times for the rest of a request, for a reader to come, and for
    /// it to go on reading.
    public FifoLimits withTimeouts(Duration request, Duration open, Duration reply) {
        return new FifoLimits(
                maxRequest,
                request,
                open,
                reply,
                waiting,
                waitingBytes,
                openReplies,
                parkedBytes,
                parkedBytesInAll,
                checkEvery);
    }

    /// The same limits with other bounds on the requests that wait for their reply FIFO.
    FifoLimits withWaiting(int requests, int bytes) {
        return new FifoLimits(
                maxRequest,
                requestTimeout,
                openTimeout,
                replyTimeout,
                requests,
                bytes,
                openReplies,
                parkedBytes,
                parkedBytesInAll,
                checkEvery);
    }

    /// The same limits with other bounds on the replies that are not read yet.
    FifoLimits withReplies(int open, int bytesOfOne, int bytesInAll) {
        return new FifoLimits(
                maxRequest,
                requestTimeout,
                openTimeout,
                replyTimeout,
                waiting,
                waitingBytes,
                open,
                bytesOfOne,
                bytesInAll,
                checkEvery);
    }

    /// The same limits with another time between checks of the path.
    FifoLimits withCheckEvery(Duration time) {
        return new FifoLimits(
                maxRequest,
                requestTimeout,
                openTimeout,
                replyTimeout,
                waiting,
                waitingBytes,
                openReplies,
                parkedBytes,
                parkedBytesInAll,
                time);
    }
}
