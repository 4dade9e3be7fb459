package org.wirechief.client;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The calls of one link from when they have a place until they are over, and how they end when it
/// is lost: all of them, for one reason.
final class CallsUnderWay {
    private final Closeable socket;
    private final Places places;
    private final SentCalls sent;
    private final Outbox outbox;
    private final AtomicReference<@Nullable String> lost = new AtomicReference<>();

    /// How calls are sent.
    @FunctionalInterface
    interface Sending {
        /// Makes what sends the calls that `next` gives, which is null when none waits.
        Outbox.Sender of(Supplier<@Nullable BinrpcExchange> next);
    }

    /// @param socket closed when the link is lost
    /// @param withdrawn told of calls that were over before it was their turn
    CallsUnderWay(
            Closeable socket, Places places, SentCalls sent, Sending sending, Consumer<BinrpcExchange> withdrawn) {
        this.socket = socket;
        this.places = places;
        this.sent = sent;
        this.outbox = new Outbox(sending.of(this::next), withdrawn);
    }

    /// Sends a call, which has a place, or fails it when the link is lost.
    void put(BinrpcExchange exchange) {
        if (!outbox.put(exchange)) {
            fail(exchange, null);
        }
    }

    private @Nullable BinrpcExchange next() {
        BinrpcExchange exchange = outbox.next();
        if (exchange == null || sent.add(exchange)) {
            return exchange;
        }
        exchange.call().stays();
        fail(exchange, null);
        return null;
    }

    /// Ends all calls. The first reason stands.
    void lose(String why, @Nullable Throwable cause) {
        lost.compareAndSet(null, why);
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone all the same, and nothing of it is needed any more
        }
        outbox.close().forEach(exchange -> fail(exchange, cause));
        sent.close().forEach(exchange -> fail(exchange, cause));
        places.close();
    }

    /// As [#lose], after the call whose answer had begun was told how far it came.
    void lose(String why, @Nullable Throwable cause, @Nullable BinrpcExchange begun, String progress) {
        lost.compareAndSet(null, why);
        if (begun != null) {
            begun.call().lost(lost.get() + progress, cause);
        }
        lose(why, cause);
    }

    private void fail(BinrpcExchange exchange, @Nullable Throwable cause) {
        exchange.call().lost(String.valueOf(lost.get()), cause);
    }
}
