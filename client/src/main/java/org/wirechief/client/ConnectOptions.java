package org.wirechief.client;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.WhileEnding;

/// How to connect, and what every call of the connection may take.
///
/// ```java
/// Client.connect(address, ConnectOptions.DEFAULTS.withDeadline(Duration.ofSeconds(2)))
/// ```
///
/// @param deadline for connecting, and for each call unless [Client#within(Duration)] says
///     otherwise; more than zero, 100 years at most
/// @param longestReply bytes of an answer beyond which it is refused, header included; memory is
///     taken as they come and not as they are announced
/// @param inFlight calls that may be unanswered at a time; one more waits until one of them ends.
///     Kamailio drops an answer that does not fit the socket's buffer within 10 ms (spec ctl §15);
///     the answers of so few fit, whether this program gets to reading or not
/// @param deadlinesInTurn whether the deadline of a call counts from its turn, so that slow calls
///     before it take none of its time: over a stream from when those before it are over, elsewhere
///     from when less than `inFlight` calls are unanswered. Else it counts from when it is made
/// @param replyDirectory for `unixd:` and `mi:/path` a directory for the socket that answers are
///     sent to, null for an abstract one that leaves no file; needed when the node sees other
///     abstract names, from inside a container for example. For `fifo:` the one where reply FIFOs
///     are made, `reply_dir` of its `mi_fifo`; null for `/tmp/`
/// @param awaited whether a shutdown hook closes the client and waits for that, so that it may call
///     although the JVM is ending. Without one, a call that needs a file for its answer is refused
///     then: the file would stay behind
public record ConnectOptions(
        Duration deadline,
        int longestReply,
        int inFlight,
        boolean deadlinesInTurn,
        @Nullable Path replyDirectory,
        boolean awaited) {
    /// Nanoseconds in a `long` end after three times that.
    private static final Duration LONGEST_DEADLINE = Duration.ofDays(36_500);

    /// [Client#DEADLINE], 256 MiB, 64 calls, deadlines from when calls are made, an abstract
    /// socket, not awaited.
    public static final ConnectOptions DEFAULTS =
            new ConnectOptions(Client.DEADLINE, 256 * 1024 * 1024, 64, false, null, false);

    /// @throws IllegalArgumentException when one is out of its range
    public ConnectOptions {
        checkDeadline(deadline);
        if (longestReply < 1) {
            throw new IllegalArgumentException("longestReply is " + longestReply + ": give at least 1 byte");
        }
        if (inFlight < 1) {
            throw new IllegalArgumentException("inFlight is " + inFlight + ": give at least 1 call");
        }
    }

    static Duration checkDeadline(Duration deadline) {
        if (deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new IllegalArgumentException("a deadline of " + deadline + " is too long: give 100 years at most");
        }
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("a deadline of " + deadline + " leaves no time: give more than zero");
        }
        return deadline;
    }

    public ConnectOptions withDeadline(Duration other) {
        return new ConnectOptions(other, longestReply, inFlight, deadlinesInTurn, replyDirectory, awaited);
    }

    public ConnectOptions withLongestReply(int bytes) {
        return new ConnectOptions(deadline, bytes, inFlight, deadlinesInTurn, replyDirectory, awaited);
    }

    public ConnectOptions withInFlight(int calls) {
        return new ConnectOptions(deadline, longestReply, calls, deadlinesInTurn, replyDirectory, awaited);
    }

    public ConnectOptions withDeadlinesInTurn(boolean inTurn) {
        return new ConnectOptions(deadline, longestReply, inFlight, inTurn, replyDirectory, awaited);
    }

    public ConnectOptions withReplyDirectory(Path directory) {
        return new ConnectOptions(deadline, longestReply, inFlight, deadlinesInTurn, directory, awaited);
    }

    public ConnectOptions withAwaited(boolean byHook) {
        return new ConnectOptions(deadline, longestReply, inFlight, deadlinesInTurn, replyDirectory, byHook);
    }

    WhileEnding whileEnding() {
        return awaited ? WhileEnding.AWAITED : WhileEnding.REFUSED;
    }
}
