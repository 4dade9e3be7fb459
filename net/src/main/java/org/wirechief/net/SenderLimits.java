package org.wirechief.net;

import java.time.Duration;

/// How long a [DatagramSender] waits for a receiver, and how much the kernel keeps for those who
/// have not read yet.
///
/// @param patience after which all that waits for a receiver is given up that took nothing, more
///     than 0 and at most an hour
/// @param sendBuffer bytes asked for, at least 1; as [DatagramLimits#sendBuffer()]
public record SenderLimits(Duration patience, int sendBuffer) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /// @throws IllegalArgumentException naming the value that is out of range
    public SenderLimits {
        Bounds.requireTime("patience", patience, LONGEST);
        Bounds.requireCount("sendBuffer", sendBuffer, Integer.MAX_VALUE);
    }
}
