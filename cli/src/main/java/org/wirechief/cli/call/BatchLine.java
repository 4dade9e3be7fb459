package org.wirechief.cli.call;

import java.util.concurrent.CompletableFuture;

/// What became of a line of standard input. Lines are counted from 1.
sealed interface BatchLine {
    /// A call that was sent.
    record Sent(long number, String method, CompletableFuture<Answer> answer) implements BatchLine {}

    /// A line that is no call; nothing was sent.
    record Wrong(long number, String problem) implements BatchLine {}

    /// There are no more.
    ///
    /// @param problem why the input cannot be read on, empty when it ended
    record End(String problem) implements BatchLine {}
}
