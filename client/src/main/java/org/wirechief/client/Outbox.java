package org.wirechief.client;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Calls that wait to be sent, in order, and whose turn it is to send them.
///
/// One thread sends at a time. The caller does it himself when nobody else does, as far as that
/// needs no waiting; what is left then is for a virtual thread, which ends when nothing waits. So a
/// caller never waits for a node that takes no bytes, and calls made meanwhile leave together.
final class Outbox {
    private final Sender sender;
    private final Consumer<BinrpcExchange> withdrawn;
    private final ArrayDeque<BinrpcExchange> waiting = new ArrayDeque<>();
    private boolean taken;
    private boolean closed;

    /// Moves what [#next] gives to the node. Called by one thread at a time.
    interface Sender {
        /// Sends some calls, or the rest of what was begun.
        ///
        /// @param mayWait whether to wait while the node takes no bytes
        /// @return false when that would have been needed
        boolean send(boolean mayWait);
    }

    /// @param withdrawn told of calls that were over before it was their turn
    Outbox(Sender sender, Consumer<BinrpcExchange> withdrawn) {
        this.sender = sender;
        this.withdrawn = withdrawn;
    }

    /// Puts a call at the end, and sends what can be sent at once.
    ///
    /// @return false when it is closed
    boolean put(BinrpcExchange exchange) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            waiting.addLast(exchange);
            if (taken) {
                return true;
            }
            taken = true;
        }
        if (!sender.send(false) || !isDone()) {
            Thread.startVirtualThread(this::sendAll);
        }
        return true;
    }

    private void sendAll() {
        while (!sender.send(true) || !isDone()) {
            // there is more
        }
    }

    private synchronized boolean isDone() {
        taken = !waiting.isEmpty();
        return !taken;
    }

    /// The next call that somebody still waits for, or null. It is taken for sent from now on.
    @Nullable
    BinrpcExchange next() {
        while (true) {
            BinrpcExchange exchange = poll();
            if (exchange == null || exchange.call().leaves()) {
                return exchange;
            }
            withdrawn.accept(exchange);
        }
    }

    private synchronized @Nullable BinrpcExchange poll() {
        return waiting.pollFirst();
    }

    /// Takes no more, and gives back what waits.
    synchronized List<BinrpcExchange> close() {
        closed = true;
        List<BinrpcExchange> rest = List.copyOf(waiting);
        waiting.clear();
        return rest;
    }
}
