package org.wirechief.net;

import java.time.Duration;

/// How long datagrams may be, and what may wait for peers that cannot take their answers now.
/// Answers are counted by datagrams and by bytes; what exceeds a bound is dropped, newest first,
/// and counted ([DatagramCounters#repliesDropped]); beyond what may wait in all, those of the peer
/// that holds the most.
///
/// @param maxRequest bytes of the longest datagram taken, 1 to 65535; a longer one is dropped and
///     counted (spec ctl §7.1)
/// @param maxReply bytes of the longest datagram sent, 1 to 65507, which is what UDP over IPv4
///     carries
/// @param replyTimeout how long an answer may wait, more than 0 and at most an hour
/// @param parkedPerPeer answers waiting for one Unix peer, at least 1; over UDP, where it is never
///     the peer they wait for, as many may be one peer's as wait in all
/// @param parkedBytesPerPeer bytes of them, at least 1
/// @param parkedInAll answers waiting for all peers of a listener together, at least 1
/// @param parkedBytesInAll bytes of them, at least 1
/// @param sendBuffer bytes the kernel is asked to keep for what peers have not read yet, at least
///     1; it keeps twice that. Root gets it, others at most what the system allows everybody
///     (`net.core.wmem_max`). A Unix peer that does not read can take at most half
public record DatagramLimits(
        int maxRequest,
        int maxReply,
        Duration replyTimeout,
        int parkedPerPeer,
        int parkedBytesPerPeer,
        int parkedInAll,
        int parkedBytesInAll,
        int sendBuffer) {

    private static final int LONGEST_REQUEST = 65535;
    private static final int LONGEST_REPLY = 65507;
    private static final Duration LONGEST_TIME = Duration.ofHours(1);

    /// Datagrams as long as they get, answers wait for 2 s; 64 of them and 512 KiB a peer, 4096 and
    /// 16 MiB in all.
    public static final DatagramLimits DEFAULT = new DatagramLimits(
            LONGEST_REQUEST,
            LONGEST_REPLY,
            Duration.ofSeconds(2),
            64,
            512 * 1024,
            4096,
            16 * 1024 * 1024,
            4 * 1024 * 1024);

    /// @throws IllegalArgumentException naming the value that is out of range
    public DatagramLimits {
        Bounds.requireCount("maxRequest", maxRequest, LONGEST_REQUEST);
        Bounds.requireCount("maxReply", maxReply, LONGEST_REPLY);
        Bounds.requireCount("parkedPerPeer", parkedPerPeer, Integer.MAX_VALUE);
        Bounds.requireCount("parkedBytesPerPeer", parkedBytesPerPeer, Integer.MAX_VALUE);
        Bounds.requireCount("parkedInAll", parkedInAll, Integer.MAX_VALUE);
        Bounds.requireCount("parkedBytesInAll", parkedBytesInAll, Integer.MAX_VALUE);
        Bounds.requireCount("sendBuffer", sendBuffer, Integer.MAX_VALUE);
        Bounds.requireTime("replyTimeout", replyTimeout, LONGEST_TIME);
    }

    /// The same limits with another longest request.
    public DatagramLimits withMaxRequest(int bytes) {
        return new DatagramLimits(
                bytes,
                maxReply,
                replyTimeout,
                parkedPerPeer,
                parkedBytesPerPeer,
                parkedInAll,
                parkedBytesInAll,
                sendBuffer);
    }

    /// The same limits with another longest answer.
    DatagramLimits withMaxReply(int bytes) {
        return new DatagramLimits(
                maxRequest,
                bytes,
                replyTimeout,
                parkedPerPeer,
                parkedBytesPerPeer,
                parkedInAll,
                parkedBytesInAll,
                sendBuffer);
    }

    /// The same limits with another time for a peer to take its answers.
    public DatagramLimits withReplyTimeout(Duration timeout) {
        return new DatagramLimits(
                maxRequest,
                maxReply,
                timeout,
                parkedPerPeer,
                parkedBytesPerPeer,
                parkedInAll,
                parkedBytesInAll,
                sendBuffer);
    }

    /// The same limits with other bounds on what waits for one peer.
    DatagramLimits withParkedPerPeer(int replies, int bytes) {
        return new DatagramLimits(
                maxRequest, maxReply, replyTimeout, replies, bytes, parkedInAll, parkedBytesInAll, sendBuffer);
    }

    /// The same limits with other bounds on what waits in all.
    DatagramLimits withParkedInAll(int replies, int bytes) {
        return new DatagramLimits(
                maxRequest, maxReply, replyTimeout, parkedPerPeer, parkedBytesPerPeer, replies, bytes, sendBuffer);
    }

    /// The same limits with another size of the kernel's buffer.
    DatagramLimits withSendBuffer(int bytes) {
        return new DatagramLimits(
                maxRequest,
                maxReply,
                replyTimeout,
                parkedPerPeer,
                parkedBytesPerPeer,
                parkedInAll,
                parkedBytesInAll,
                bytes);
    }

    /// @throws IllegalArgumentException if the answer is too long or the peer another transport's
    void requireReply(DatagramPeer peer, int length, Transport transport) {
        if (length > maxReply) {
            throw new IllegalArgumentException(
                    "an answer of " + length + " bytes is longer than a datagram's " + maxReply + "; split it");
        }
        if (peer.transport() != transport) {
            throw new IllegalArgumentException(peer + " is no peer of a " + transport.scheme() + " socket");
        }
    }
}
