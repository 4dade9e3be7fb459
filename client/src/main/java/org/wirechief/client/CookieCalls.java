package org.wirechief.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls sent in datagrams, by their cookies, since they may be answered in any order. Remembers
/// for a while which ones are over, so that an answer that comes late is known for one.
final class CookieCalls implements SentCalls {
    /// Late answers known at most; what comes later still is taken for a stray datagram.
    private static final int REMEMBERED = 4096;

    private final Map<Integer, BinrpcExchange> awaited = new LinkedHashMap<>();
    private final Map<Integer, Boolean> late = new LinkedHashMap<>();
    private boolean closed;

    /// Knows a call by its cookie from now on, unless it is over: nobody would take it out again.
    @Override
    public synchronized boolean add(BinrpcExchange exchange) {
        if (!closed && !exchange.call().isOver()) {
            awaited.put(exchange.cookie(), exchange);
        }
        return !closed;
    }

    /// Takes out a call that is over.
    synchronized void remove(BinrpcExchange exchange) {
        if (awaited.remove(exchange.cookie()) != null) {
            late.put(exchange.cookie(), true);
            if (late.size() > REMEMBERED) {
                late.remove(late.keySet().iterator().next());
            }
        }
    }

    synchronized @Nullable BinrpcExchange find(int cookie) {
        return awaited.get(cookie);
    }

    /// Whether this is the cookie of a call that is over.
    synchronized boolean isLate(int cookie) {
        return late.containsKey(cookie);
    }

    /// All that are under way.
    synchronized List<BinrpcExchange> all() {
        return List.copyOf(awaited.values());
    }

    @Override
    public synchronized List<BinrpcExchange> close() {
        closed = true;
        return all();
    }
}
