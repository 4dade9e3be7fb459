package org.wirechief.client.event;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirechief.client.ConnectOptions;

/// How to subscribe.
///
/// @param expiry for how long, in whole seconds, at least 1; it is renewed when two thirds of it
///     are over, and what the node keeps when this process ends badly
/// @param check how often to ask the node whether it still has the subscriptions, more than zero;
///     so long may a restart of the node go unnoticed
/// @param deadline for each call of the node, more than zero
/// @param queue events that may wait to be taken, at least 1; beyond it they are dropped and
///     counted
/// @param socket where to receive, `udp:host:port`, `unix:/path` or a path; null for a socket of
///     its own that the node can reach
/// @param replyDirectory where answers come to, as in [ConnectOptions#replyDirectory()]; null for
///     what that takes by itself
/// @param awaited whether a shutdown hook closes the stream and waits for that, as in
///     [ConnectOptions#awaited()]: without one a FIFO node is not told at the end of the JVM
public record EventOptions(
        Duration expiry,
        Duration check,
        Duration deadline,
        int queue,
        @Nullable String socket,
        @Nullable Path replyDirectory,
        boolean awaited) {
    /// A signed number of 32 bits on the wire.
    private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

    /// Two minutes, checked every 5 s, calls of 10 s, 10,000 events, not awaited.
    public static final EventOptions DEFAULTS = new EventOptions(
            Duration.ofMinutes(2), Duration.ofSeconds(5), Duration.ofSeconds(10), 10_000, null, null, false);

    /// @throws IllegalArgumentException naming what is out of its range
    public EventOptions {
        if (expiry.toSeconds() < 1 || expiry.compareTo(LONGEST) > 0 || !expiry.equals(ofSeconds(expiry))) {
            throw new IllegalArgumentException("expiry " + expiry + ": whole seconds from 1 on are possible");
        }
        if (!check.isPositive() || !deadline.isPositive()) {
            throw new IllegalArgumentException("check " + check + ", deadline " + deadline + ": give more than zero");
        }
        if (queue < 1) {
            throw new IllegalArgumentException("queue " + queue + ": at least one event must be able to wait");
        }
    }

    ConnectOptions connecting() {
        ConnectOptions connecting =
                ConnectOptions.DEFAULTS.withDeadline(deadline).withAwaited(awaited);
        return replyDirectory == null ? connecting : connecting.withReplyDirectory(replyDirectory);
    }

    private static Duration ofSeconds(Duration duration) {
        return Duration.ofSeconds(duration.toSeconds());
    }

    public EventOptions withExpiry(Duration other) {
        return new EventOptions(other, check, deadline, queue, socket, replyDirectory, awaited);
    }

    public EventOptions withCheck(Duration other) {
        return new EventOptions(expiry, other, deadline, queue, socket, replyDirectory, awaited);
    }

    public EventOptions withDeadline(Duration other) {
        return new EventOptions(expiry, check, other, queue, socket, replyDirectory, awaited);
    }

    public EventOptions withQueue(int events) {
        return new EventOptions(expiry, check, deadline, events, socket, replyDirectory, awaited);
    }

    public EventOptions withReplyDirectory(Path other) {
        return new EventOptions(expiry, check, deadline, queue, socket, other, awaited);
    }

    public EventOptions withSocket(String other) {
        return new EventOptions(expiry, check, deadline, queue, other, replyDirectory, awaited);
    }

    public EventOptions withAwaited(boolean byHook) {
        return new EventOptions(expiry, check, deadline, queue, socket, replyDirectory, byHook);
    }
}
