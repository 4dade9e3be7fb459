package org.wirechief.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.DatagramDial;

/// Sends calls in a datagram each.
final class DatagramSender implements Outbox.Sender {
    /// How often to look whether somebody still waits for a call that cannot be sent yet.
    private static final Duration LOOK = Duration.ofMillis(50);

    private final DatagramDial socket;
    private final Supplier<@Nullable BinrpcExchange> calls;

    /// What is being sent; of the thread whose turn it is, as [Outbox] sees to.
    private @Nullable BinrpcExchange current;

    DatagramSender(DatagramDial socket, Supplier<@Nullable BinrpcExchange> calls) {
        this.socket = socket;
        this.calls = calls;
    }

    @Override
    public boolean send(boolean mayWait) {
        BinrpcExchange exchange = current == null ? calls.get() : current;
        boolean sent = exchange == null || trySend(exchange, mayWait ? LOOK : Duration.ofNanos(1));
        current = sent ? null : exchange;
        return sent;
    }

    /// @return false when it should be tried again
    private boolean trySend(BinrpcExchange exchange, Duration patience) {
        byte[] packet = exchange.packet();
        if (!exchange.call().leaves()) {
            return true;
        }
        try {
            socket.send(packet, 0, packet.length, patience);
            return true;
        } catch (SocketTimeoutException e) {
            exchange.call().stays();
            return false;
        } catch (ClosedChannelException e) {
            // whoever closed it tells the calls why
            return true;
        } catch (IOException e) {
            exchange.call().stays();
            exchange.call().unreachable(e);
            return true;
        }
    }
}
