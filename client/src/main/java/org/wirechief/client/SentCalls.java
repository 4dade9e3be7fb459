package org.wirechief.client;

import java.util.List;

/// Calls that have left, or begin to, and are unanswered.
sealed interface SentCalls permits CookieCalls, OrderedCalls {
    /// Knows a call from now on.
    ///
    /// @return false when it is closed
    boolean add(BinrpcExchange exchange);

    /// Takes no more, and gives back what is unanswered.
    List<BinrpcExchange> close();
}
