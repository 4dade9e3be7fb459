package org.wirechief.client;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Calls sent over a stream, in the order in which the node answers them. Those that nobody waits
/// for any more stay, so that their answers are known when they come late.
final class OrderedCalls implements SentCalls {
    private final ArrayDeque<BinrpcExchange> sent = new ArrayDeque<>();

    /// Those whose deadlines count from their turn, in the same order; the first has it.
    private final ArrayDeque<Exchange> turns = new ArrayDeque<>();

    private boolean closed;

    /// Puts a call at the end.
    @Override
    public synchronized boolean add(BinrpcExchange exchange) {
        if (!closed) {
            sent.addLast(exchange);
            if (exchange.call().waitsForItsTurn()) {
                turns.addLast(exchange.call());
                exchange.call().whenOver(this::turn);
                turn();
            }
        }
        return !closed;
    }

    /// The turn goes to the first that is not over.
    private synchronized void turn() {
        Exchange first = turns.peekFirst();
        while (first != null && first.isOver()) {
            turns.removeFirst();
            first = turns.peekFirst();
        }
        if (first != null) {
            first.turn();
        }
    }

    /// Takes out the call with this cookie. As answers come in order, those before it get none any
    /// more: a node may be unable to answer (spec ctl §7.5, §15).
    ///
    /// @return null when there is none, and nothing was taken out
    @Nullable
    BinrpcExchange take(int cookie, Consumer<BinrpcExchange> unanswered) {
        while (true) {
            BinrpcExchange first = takeFirst(cookie);
            if (first == null || first.cookie() == cookie) {
                return first;
            }
            unanswered.accept(first);
        }
    }

    private synchronized @Nullable BinrpcExchange takeFirst(int cookie) {
        BinrpcExchange first = sent.peekFirst();
        boolean isThere = first != null
                && (first.cookie() == cookie || sent.stream().anyMatch(exchange -> exchange.cookie() == cookie));
        return isThere ? sent.pollFirst() : null;
    }

    /// The call whose answer comes next, whether somebody waits for it or not.
    synchronized @Nullable BinrpcExchange first() {
        return sent.peekFirst();
    }

    /// The call whose turn it is, of those that somebody waits for.
    synchronized @Nullable BinrpcExchange oldest() {
        return sent.stream()
                .filter(exchange -> !exchange.call().isOver())
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized List<BinrpcExchange> close() {
        closed = true;
        List<BinrpcExchange> rest = List.copyOf(sent);
        sent.clear();
        turns.clear();
        return rest;
    }
}
